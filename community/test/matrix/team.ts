import type { TestApp } from '../kit/app.ts'
import { type Asked, acts, type Corner, form, formOrJson, partsOf, type Values } from './corner.ts'

const DAY = 86_400_000
const dayIn = (place: TestApp, days: number): string =>
  new Date(place.house.clock.now().getTime() + days * DAY).toISOString().slice(0, 10)

let until = ''

/** An ask of the owner's that was answered, or one that somebody else made of the owner: who may do what the route does. */
async function feedbackFor(place: TestApp, { owner, route }: Asked): Promise<Values> {
  const { askFeedback, answerFeedback } = await import('../../src/team/index.ts')
  const { db } = place.house
  for (const table of ['feedback_asks', 'feedback_invited', 'feedback_answers', 'limits'] as const)
    await db.deleteFrom(table).execute()
  const other = await place.member('Somebody else')
  const ofOwner = route.includes('/asked/')
  const [from, to] = ofOwner ? [other, owner] : [owner, other]
  until = dayIn(place, 7)
  const asking = { about: 'My talk', people: [to.handle], until, zone: 'UTC' }
  const id = await askFeedback(place.house, from.viewer, asking)
  const parts = { helped: 'Calm.', seen: '', effect: '', wish: '' }
  if (!ofOwner || /take-back$|DELETE/.test(route)) await answerFeedback(place.house, to.viewer, id, parts)
  const answer = await db.selectFrom('feedback_answers').select('id').executeTakeFirst()
  return { id, answer: answer?.id ?? id, other: other.handle }
}

/** Feedback is for who asked, here the owner, or for whom they asked, here the owner again; no role reads it. */
export const team: Corner = {
  routes: {
    'GET /feedback': 'snyyyyy',
    'GET /feedback/new': 'snyyyyy',
    'POST /feedback/new': 'snyyyyy',
    'GET /feedback/export.json': 'snyyyyy',
    'GET /feedback/:id': 'snnynnn',
    'POST /feedback/:id/close': 'snnynnn',
    'POST /feedback/:id/delete': 'snnynnn',
    'POST /feedback/:id/answers/:answer/delete': 'snnynnn',
    'GET /feedback/asked/:id': 'snnynnn',
    'POST /feedback/asked/:id': 'snnynnn',
    'POST /feedback/asked/:id/not-now': 'snnynnn',
    'POST /feedback/asked/:id/take-back': 'snnynnn',
    // A mirror shows who looks what they wrote themselves, and there is no way to anybody else's
    'GET /mirror': 'snyyyyy',
    'GET /api/v1/feedback': 'snyyyyy',
    'POST /api/v1/feedback': 'snyyyyy',
    'GET /api/v1/feedback/asked': 'snyyyyy',
    'GET /api/v1/feedback/:id': 'snnynnn',
    'DELETE /api/v1/feedback/:id': 'snnynnn',
    'PUT /api/v1/feedback/:id/closed': 'snnynnn',
    'DELETE /api/v1/feedback/:id/answers/:answer': 'snnynnn',
    'PUT /api/v1/feedback/asked/:id/answer': 'snnynnn',
    'DELETE /api/v1/feedback/asked/:id/answer': 'snnynnn',
    'PUT /api/v1/feedback/asked/:id/not-now': 'snnynnn',
  },
  ownThread: acts,
  values: feedbackFor,
  body: ({ route }, _, { other }) => {
    const [, path] = partsOf(route)
    if (/answer$|asked\/:id$/.test(path)) return formOrJson(path, { helped: 'Calm.' })
    if (/feedback(\/new)?$/.test(path))
      return path.startsWith('/api')
        ? formOrJson(path, { about: 'The ramp', people: [other], until })
        : form({ about: 'The ramp', people: other ?? '', until })
    return path.startsWith('/api') ? {} : form({})
  },
}
