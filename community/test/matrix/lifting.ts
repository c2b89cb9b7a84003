import type { TestApp } from '../kit/app.ts'
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

/** An answer of the owner's under a post of the steward's, or one of the member's under a post of the owner's. */
async function replyFor(place: TestApp, { route, owner, member, steward, space }: Asked): Promise<Values> {
  const theirs = /\/(helped|helped\/take-back)$/.test(route)
  const post = await place.post(theirs ? owner : steward, space)
  return { id: post, reply: await place.reply(theirs ? member : owner, post) }
}

/**
 * Marks and quoting. What helped is for who began the thread (the owner) to say; what was kind for everybody but them and
 * its writer: there the answer is the owner's and the post the steward's.
 */
export const lifting: Corner = {
  routes: {
    'POST /posts/:id/replies/:reply/helped': 'snnynnn',
    'POST /posts/:id/replies/:reply/helped/take-back': 'snyyyyy',
    'POST /posts/:id/replies/:reply/kind': 'snynyny',
    'POST /posts/:id/replies/:reply/kind/take-back': 'snyyyyy',
    'POST /posts/:id/replies/:reply/quoting': 'snnynnn',
    'GET /lifting': 'yyyyyyy',
    'GET /helped': 'snyyyyy',
    'GET /settings/lifting': 'snyyyyy',
    'POST /settings/lifting': 'snyyyyy',
    'PUT /api/v1/posts/:id/replies/:reply/helped': 'snnynnn',
    'DELETE /api/v1/posts/:id/replies/:reply/helped': 'snyyyyy',
    'PUT /api/v1/posts/:id/replies/:reply/kind': 'snynyny',
    'DELETE /api/v1/posts/:id/replies/:reply/kind': 'snyyyyy',
    'PUT /api/v1/posts/:id/replies/:reply/quoting': 'snnynnn',
    'GET /api/v1/posts/:id/lifted': 'yyyyyyy',
    'GET /api/v1/me/quoting': 'snyyyyy',
    'PUT /api/v1/me/quoting': 'snyyyyy',
  },
  ownThread: acts,
  values: async (place, asked): Promise<Values> =>
    asked.route.includes(':reply') ? replyFor(place, asked) : {},
  body: ({ route }: Asked, _: Thread) => {
    const [, path] = partsOf(route)
    if (path.endsWith('/replies/:reply/quoting'))
      return path.startsWith('/api') ? json({ quoted: true }) : form({ quoting: 'yes' })
    if (/\/(lifting|quoting)$/.test(path)) return formOrJson(path, { quoting: 'ask' })
    return path.startsWith('/api') ? {} : undefined
  },
}
