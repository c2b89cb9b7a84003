import type { TestApp } from '../kit/app.ts'
import { asLargeAs } from '../kit/writers.ts'
import { type Asked, acts, type Corner, formOrJson, partsOf, type Values } from './corner.ts'

/** A ritual that the owner looks after and is asked to host; where it is about a thread, it is a round that waits for the owner. */
async function ritualFor(place: TestApp, asked: Asked, post: string, path: string): Promise<string> {
  const { newId } = await import('../../src/foundation/index.ts')
  const { house, communityId: community_id } = place
  const isThread = /\/(threads|entries)\/|\/round$|\/gathered$/.test(path)
  const now = house.clock.now()
  const [id, occasion] = [newId(now.getTime()), newId(now.getTime())]
  const { owner, space } = asked
  await house.pool.query(
    'delete from rituals; delete from ritual_occasions; delete from ritual_turns; delete from ritual_hosts',
  )
  await house.db
    .insertInto('rituals')
    .values({
      community_id,
      id,
      space_id: space.id,
      kind: 'round',
      name: 'The round',
      asks: 'How are you?',
      rule: 'FREQ=WEEKLY;BYDAY=FR',
      hour: 18,
      open_days: 2,
      invited: [owner.id],
      keeper_id: owner.id,
      next_at: new Date(now.getTime() + 86_400_000),
      resting_at: path.endsWith('/wake') ? now : null,
      quiet: 0,
      asked_keeper_at: null,
      created_at: now,
    })
    .execute()
  await house.db
    .insertInto('ritual_occasions')
    .values({
      community_id,
      id: occasion,
      ritual_id: id,
      space_id: space.id,
      state: isThread ? 'open' : 'waiting',
      due_at: new Date(now.getTime() + 86_400_000),
      host_id: owner.id,
      asked_at: now,
      reminded_at: null,
      declined: [],
      first_words: null,
      post_id: isThread ? post : null,
      opened_at: isThread ? now : null,
      closes_at: isThread ? new Date(now.getTime() + 86_400_000) : null,
      closed_at: null,
    })
    .execute()
  if (isThread)
    await house.db
      .insertInto('ritual_turns')
      .values({ community_id, occasion_id: occasion, member_id: owner.id, turn: 'waiting' })
      .execute()
  return id
}

/** What forms and programs send about rituals. */
function ritualBody(path: string, { owner, space }: Asked): Record<string, unknown> {
  const settings = { kind: 'wins', name: 'Wins', asks: 'What went well?', every: 'week', weekday: 'FR' }
  if (path.endsWith('/keeper')) return { handle: owner.handle }
  if (path.endsWith('/offer')) return { wanted: true }
  if (path.endsWith('/resting')) return { resting: true }
  if (path.endsWith('/round')) return { say: 'pass' }
  if (path.endsWith('/gathered')) return { agreed: true }
  if (path.endsWith('/first-entry')) return { body: 'Hello' }
  return path.startsWith('/api')
    ? { ...settings, hour: 18, days: 2 }
    : { ...settings, hour: '18', days: '2', space: space.slug, to: owner.handle, body: 'Hello' }
}

/** The owner looks after one, is asked to host it, and has a turn in its round. */
export const rituals: Corner = {
  routes: {
    'GET /rituals': 'yyyyyyy',
    'GET /rituals.ics': 'yyyyyyy',
    'GET /rituals/:id': 'yyyyyyy',
    'POST /rituals/:id/begin': 'snnynnn',
    'GET /rituals/:id/change': 'snnynyy',
    'POST /rituals/:id/change': 'snnynyy',
    'POST /rituals/:id/hand-on': 'snnynyy',
    'POST /rituals/:id/not-this-time': 'snnynnn',
    'POST /rituals/:id/offer': 'snyyyyy',
    'POST /rituals/:id/offer/end': 'snyyyyy',
    'POST /rituals/:id/rest': 'snnynyy',
    'POST /rituals/:id/wake': 'snnynyy',
    'POST /rituals/entries/:id/show': 'snnynnn',
    'POST /rituals/entries/:id/withhold': 'snnynnn',
    'GET /rituals/new': 'snnnnyy',
    'POST /rituals/new': 'snnnnyy',
    'POST /rituals/threads/:id/pass': 'snnynnn',
    'POST /rituals/threads/:id/read': 'snyyyyy',
    'PUT /api/v1/posts/:id/round': 'snnynnn',
    'PUT /api/v1/replies/:id/gathered': 'snnynnn',
    'GET /api/v1/rituals': 'yyyyyyy',
    'GET /api/v1/rituals/:id': 'yyyyyyy',
    'PUT /api/v1/rituals/:id': 'snnynyy',
    'DELETE /api/v1/rituals/:id/first-entry': 'snnynnn',
    'PUT /api/v1/rituals/:id/first-entry': 'snnynnn',
    'PUT /api/v1/rituals/:id/keeper': 'snnynyy',
    'PUT /api/v1/rituals/:id/offer': 'snyyyyy',
    'PUT /api/v1/rituals/:id/resting': 'snnynyy',
    'POST /api/v1/spaces/:slug/rituals': 'snnnnyy',
  },
  ownThread: acts,
  values: async (place, asked, thread): Promise<Values> => {
    const [, pattern] = partsOf(asked.route)
    await asLargeAs(place, 'room')
    const ritual = await ritualFor(place, asked, thread.post, pattern)
    if (/\/(posts|threads)\//.test(pattern)) return { id: thread.post }
    return { id: /\/(entries|replies)\//.test(pattern) ? thread.reply : ritual }
  },
  body: (asked) => {
    const [, path] = partsOf(asked.route)
    return formOrJson(path, ritualBody(path, asked))
  },
}
