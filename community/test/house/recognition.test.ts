import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestMember } from '../kit/app.ts'
import { type LivedIn, makeLivedIn } from '../kit/lived-in.ts'
import { deliver } from '../kit/notices.ts'
import { routesOf } from '../matrix/stage.ts'

const MORE = 50

let livedIn: LivedIn
let paths: string[]
let friends: TestMember[]

/** A page nobody is told more on than that it goes on: it never ends. */
const endless = /^\/live$/
/** Figures of the machine, for who runs it: how many requests it answered, this test's among them. */
const ofTheMachine = /^\/(metrics|healthz|readyz)$/

/** Every address there is to read, with each id that fits into it. */
function addresses({ place, fitting }: LivedIn): string[] {
  const patterns = routesOf(place)
    .filter((route) => route.startsWith('GET '))
    .map((route) => route.slice(4))
    .filter((pattern) => !endless.test(pattern) && !ofTheMachine.test(pattern))
  const filled = patterns.flatMap((pattern) => {
    const values = fitting(pattern.replace(/^\/api\/v1/, ''))
    const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name!)
    const most = Math.max(1, ...names.map((name) => values[name]?.length ?? 1))
    return Array.from({ length: most }, (_, at) =>
      pattern.replace(/:(\w+)/g, (_, name: string) => {
        const list = values[name] ?? ['missing']
        return list[at % list.length]!
      }),
    )
  })
  const { post, others } = livedIn.ids
  const asked = ['/search?words=tomatoes', '/spaces/garden?order=newest', '/api/v1/posts?order=newest']
  const forms = [
    `/thank?post=${others}`,
    `/report?post=${post}`,
    '/thank?member=mira',
    `/bothers?post=${others}`,
  ]
  return [...new Set([...filled, ...asked, ...forms])]
}

/** An answer without what differs each time, and without the notes, which may. */
const still = (answer: string) =>
  answer
    .replace(/<ul class="(given|wall)"[\s\S]*?<\/ul>/g, '')
    .replace(/<a class="act plain" rel="next"[^>]*>Earlier<\/a>/g, '')
    .replace(/data-since="\d+"|"requestId":"[^"]*"/g, '')

/** Everything somebody can read, by its address. */
async function readAll(viewer: TestMember | undefined): Promise<Map<string, string>> {
  const { place } = livedIn
  const seen = new Map<string, string>()
  for (const [at, path] of paths.entries()) {
    // Who reads everything at once reads more than anybody may.
    if (at % 40 === 0) await place.house.pool.query('delete from limits')
    const answer = await place.as(viewer).get(path)
    seen.set(path, `${answer.status} ${still(await answer.text())}`)
  }
  return seen
}

/** People thank Mira for one post, with words that may be shown, and Mira lets them be. */
async function thank(givers: readonly TestMember[]): Promise<void> {
  const { giveThanks, decideShowing } = await import('../../src/thanks/index.ts')
  const { place, people, ids } = livedIn
  const giving = { postId: ids.post!, replyId: null, words: 'It held, thank you.', offerToShow: true }
  for (const { viewer } of givers) {
    const id = await giveThanks(place.house, viewer, giving)
    await decideShowing(place.house, people.member.viewer, id, 'show')
  }
  await deliver(place.house)
}

/** An administrator reads what a steward does; `npm run endure` looks as both. */
const onlookers = process.env.KINDLING_ENDURE
  ? (['visitor', 'other', 'steward', 'administrator'] as const)
  : (['visitor', 'other', 'administrator'] as const)

beforeAll(async () => {
  livedIn = await makeLivedIn()
  const { place, ids } = livedIn
  friends = []
  for (let at = 0; at < MORE + 4; at++) friends.push(await place.member(`Friend ${at}`))
  for (const one of friends) await place.reply(one, ids.post!)
  await thank(friends.slice(0, 4))
  // Past what is kept for a minute.
  place.house.clock.forward(120_000)
  paths = addresses(livedIn)
}, 120_000)
afterAll(() => livedIn?.close())

test('fifty thanks more change nothing that anybody else reads, at any address there is, but which notes are shown', {
  timeout: 300_000,
}, async () => {
  const { place, people } = livedIn
  const before = new Map<string, Map<string, string>>()
  const moving = new Set<string>()
  for (const name of onlookers) {
    await readAll(people[name])
    const [one, again] = [await readAll(people[name]), await readAll(people[name])]
    for (const path of paths) if (one.get(path) !== again.get(path)) moving.add(path)
    before.set(name, again)
  }
  // Each holds a secret made anew, or a time; what is read there is not about anybody's thanks.
  expect([...moving].filter((path) => !/^\/(settings\/sign-in|auth\/|admin\/safety)/.test(path))).toEqual([])
  const read = [...before.get('administrator')!.values()].filter((answer) => answer.startsWith('200 '))
  expect(read.length).toBeGreaterThan(100)
  const keepsakes = async () => (await place.as(people.member).get('/keepsakes')).text()
  const kept = await keepsakes()
  await thank(friends.slice(4))
  expect(await keepsakes()).not.toBe(kept)
  for (const name of onlookers) {
    const after = await readAll(people[name])
    const changed = paths.filter(
      (path) => !moving.has(path) && before.get(name)!.get(path) !== after.get(path),
    )
    expect([name, changed]).toEqual([name, []])
  }
})

test('what happened is told without a word and without a number, and open pages of others hear of no note they may not read', async () => {
  const { place, people, ids } = livedIn
  const { giveThanks } = await import('../../src/thanks/index.ts')
  const { eventFromRow } = await import('../../src/foundation/events/outbox.ts')
  const known = new Set(
    (await place.house.db.selectFrom('events').select('id').execute()).map(({ id }) => id),
  )
  const giver = await place.member('Kit')
  await place.reply(giver, ids.post!)
  const giving = { postId: ids.post!, replyId: null, words: 'Between us.', offerToShow: false }
  await giveThanks(place.house, giver.viewer, giving)
  const rows = await place.house.db
    .selectFrom('events')
    .selectAll()
    .where('kind', '=', 'thanks-given')
    .execute()
  const events = rows.filter(({ id }) => !known.has(id))
  expect(events).toHaveLength(1)
  for (const value of Object.values(events[0]!)) expect(typeof value === 'number').toBe(false)
  expect(JSON.stringify(events)).not.toContain('Between us')
  const topics = place.house.features
    .flatMap(({ live = [] }) => live)
    .filter(({ kinds }) => kinds.includes('thanks-given'))
  const told = async (viewer: TestMember['viewer']) =>
    Promise.all(topics.map((topic) => topic.tell(place.house, viewer, eventFromRow(events[0]!), ids.post!)))
  expect((await told(people.other.viewer)).filter(Boolean)).toEqual([])
  expect((await told(people.steward.viewer)).filter(Boolean)).toEqual([])
  expect((await told(people.member.viewer)).filter(Boolean)).toEqual([{ thanks: events[0]!.subject_id }])
})
