import type { TestApp } from '../kit/app.ts'
import { asLargeAs } from '../kit/writers.ts'
import {
  type Asked,
  acts,
  type Corner,
  form,
  formOrJson,
  json,
  partsOf,
  type Thread,
  type Values,
} from './corner.ts'

/** Thanks in which the owner is the one who may do what the route does. */
async function thanksFor(place: TestApp, asked: Asked, thread: Thread): Promise<string> {
  const { giveThanks } = await import('../../src/thanks/index.ts')
  // Between two there are limits a day, and each question gives anew.
  await place.house.db.deleteFrom('thanks').execute()
  if (asked.route.endsWith('/take-down')) {
    const { decideShowing } = await import('../../src/thanks/index.ts')
    const given = { postId: thread.post, replyId: null, words: '', offerToShow: true }
    const shown = await giveThanks(place.house, asked.member.viewer, given)
    await decideShowing(place.house, asked.owner.viewer, shown, 'show')
    return shown
  }
  if (/\/(showing|answer|put-away|away|keep|kept)$/.test(asked.route))
    return giveThanks(place.house, asked.member.viewer, {
      postId: thread.post,
      replyId: null,
      words: '',
      offerToShow: true,
    })
  const post = await place.post(asked.steward, asked.space)
  return giveThanks(place.house, asked.owner.viewer, {
    postId: post,
    replyId: null,
    words: '',
    offerToShow: false,
  })
}

/** Walls and shout-outs come with twelve people who write: there are as many. */
export const thanks: Corner = {
  routes: {
    'GET /thank': 'snynyyy',
    'POST /thank': 'snynyyy',
    'POST /thanks/:id/answer': 'snnynnn',
    'POST /thanks/:id/keep': 'snnynnn',
    'POST /thanks/:id/put-away': 'snnynnn',
    'POST /thanks/:id/showing': 'snnynnn',
    'POST /thanks/:id/take-back': 'snnynnn',
    'POST /thanks/:id/take-down': 'snnnnyy',
    'POST /thanks/missed/:id/not-now': 'snyyyyy',
    'GET /wall': 'yyyyyyy',
    'GET /spaces/:slug/wall': 'yyyyyyy',
    'GET /shout-out': 'snyyyyy',
    'POST /shout-out': 'snyyyyy',
    'GET /keepsakes': 'snyyyyy',
    'GET /keepsakes/print': 'snyyyyy',
    'GET /keepsakes/waiting': 'snyyyyy',
    'GET /settings/thanks': 'snyyyyy',
    'POST /settings/thanks': 'snyyyyy',
    'GET /api/v1/posts/:id/thanks': 'yyyyyyy',
    'GET /api/v1/thanks': 'snyyyyy',
    'POST /api/v1/thanks': 'snyyyyy',
    'DELETE /api/v1/thanks/:id': 'snnynnn',
    'PUT /api/v1/thanks/:id/answer': 'snnynnn',
    'PUT /api/v1/thanks/:id/away': 'snnynnn',
    'PUT /api/v1/thanks/:id/kept': 'snnynnn',
    'PUT /api/v1/thanks/:id/showing': 'snnynnn',
  },
  ownThread: acts,
  values: async (place, asked, thread): Promise<Values> => {
    const [, pattern] = partsOf(asked.route)
    if (/\/(wall|shout-out)$/.test(pattern)) await asLargeAs(place, 'room')
    return /\/thanks\/:id/.test(pattern) ? { id: await thanksFor(place, asked, thread) } : {}
  },
  body: ({ route, owner }, { post }) => {
    const [, path] = partsOf(route)
    if (path === '/api/v1/thanks') return json({ postId: post })
    if (path.endsWith('/showing')) return formOrJson(path, { choice: 'keep' })
    if (path === '/settings/thanks') return form({ showing: 'ask', hug: 'hug' })
    if (path.startsWith('/api') && path.endsWith('/answer')) return {}
    return path === '/shout-out' ? form({ to: owner.handle, words: 'Hello' }) : undefined
  },
  query: (pattern, { post }) => (pattern === '/thank' ? `?post=${post}` : ''),
}
