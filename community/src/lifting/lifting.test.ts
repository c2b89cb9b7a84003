import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { deliver, reached } from '../../test/kit/notices.ts'
import { setBounds } from '../bounds/index.ts'
import { API_ROOT } from '../foundation/index.ts'
import type { Space } from '../spaces/index.ts'
import { markReply, takeMarkBack } from './mark-reply.ts'

let place: TestApp
let garden: Space
let mira: TestMember
let noor: TestMember
let theo: TestMember
let post: string

beforeAll(async () => {
  place = await makeTestApp()
  garden = await place.space('garden')
})
afterAll(() => place?.close())
beforeEach(async () => {
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  theo = await place.member('Theo')
  post = await place.post(mira, garden)
})

const say = (who: TestMember, replyId: string, mark: 'helped' | 'kind', postId = post) =>
  markReply(place.house, who.viewer, { postId, replyId, mark })

/** What stands at the top of a thread for somebody: words and why. */
async function top(who: TestMember | undefined, postId = post): Promise<string> {
  const page = await (await place.as(who).get(`/posts/${postId}`)).text()
  const section = /<section class="row lifted"[\s\S]*?<\/section>/.exec(page)?.[0] ?? ''
  return section
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
const order = async (who: TestMember | undefined) =>
  [...(await (await place.as(who).get(`/posts/${post}`)).text()).matchAll(/id="r-([0-9a-f-]+)"/g)].map(
    (one) => one[1],
  )

test('SHINE-1 what the author says helped stands at the top as a copy with its reason; the order below stays', async () => {
  await place.reply(theo, post, { body: 'Water in the evening.' })
  const second = await place.reply(noor, post, { body: 'Pinch out the side shoots, **all** of them.' })
  const before = await order(theo)
  expect(await top(theo)).toBe('')
  await say(mira, second, 'helped')
  expect(await top(theo)).toContain(
    'Pinch out the side shoots, all of them. Noor · Mira said that this helped.',
  )
  expect(await top(undefined)).toContain('Pinch out')
  expect(await order(theo)).toEqual(before)
  await takeMarkBack(place.house, mira.viewer, { replyId: second, mark: 'helped' })
  expect(await top(theo)).toBe('')
})

test('SHINE-1 never on oneself; what helped is for who asked to say, what was kind for everybody else', async () => {
  const answer = await place.reply(noor, post)
  const own = await place.reply(mira, post)
  await expect(say(noor, answer, 'kind')).rejects.toMatchObject({ code: 'own_words' })
  await expect(say(mira, own, 'helped')).rejects.toMatchObject({ code: 'own_words' })
  await expect(say(theo, answer, 'helped')).rejects.toMatchObject({ code: 'not_markable' })
  await expect(say(mira, answer, 'kind')).rejects.toMatchObject({ code: 'not_markable' })
  expect(await top(theo)).toBe('')
})

test('SHINE-1 "this was kind" lifts from who seldom says it, not from a pair that says it to and fro; nobody is named', async () => {
  const posts = [
    post,
    await place.post(mira, garden),
    await place.post(mira, garden),
    await place.post(mira, garden),
  ]
  const answers = []
  for (const one of posts) answers.push(await place.reply(noor, one, { body: 'I am glad you asked.' }))
  for (const [at, one] of answers.entries()) await say(theo, one, 'kind', posts[at])
  expect(await top(mira, posts[0])).toContain('Somebody here said that this was kind.')
  expect(await top(mira, posts[0])).not.toContain('Theo')
  expect(await top(mira, posts[1])).not.toBe('')
  for (const later of [posts[2], posts[3]]) expect(await top(mira, later)).toBe('')
  const ada = await place.member('Ada')
  await say(ada, answers[3]!, 'kind', posts[3])
  expect(await top(mira, posts[3])).not.toBe('')
})

test('SHINE-1 a ring of three lifts once, and not again', async () => {
  const ring = [noor, theo, await place.member('Cleo')]
  const lifted: boolean[] = []
  for (let round = 0; round < 2; round++)
    for (const [at, giver] of ring.entries()) {
      const writer = ring[(at + 1) % 3]!
      const thread = await place.post(mira, garden)
      await say(giver, await place.reply(writer, thread), 'kind', thread)
      lifted.push((await top(mira, thread)) !== '')
    }
  expect(lifted).toEqual([true, true, true, true, true, false])
})

test('SHINE-1 three at most, no number, and fifty more marks change nothing', async () => {
  const answers = []
  for (const who of [
    noor,
    theo,
    await place.member('Ada'),
    await place.member('Ben'),
    await place.member('Cleo'),
  ])
    answers.push(await place.reply(who, post, { body: 'Try straw under them.' }))
  for (const one of answers.slice(0, 4)) await say(mira, one, 'helped')
  const before = await top(theo)
  expect(before.match(/Mira said that this helped/g)).toHaveLength(3)
  expect(before).not.toMatch(/\d/)
  for (let one = 0; one < 50; one++) await say(await place.member(`Friend ${one}`), answers[4]!, 'kind')
  expect(await top(theo)).toBe(before)
  const answer = await (await place.as(theo).get(`${API_ROOT}/posts/${post}/lifted`)).json()
  expect(JSON.stringify(answer)).not.toMatch(/:\d/)
})

test('SHINE-1 hidden, taken back, muted and blocked answers are copied for nobody whom the rule would spare', async () => {
  const answer = await place.reply(noor, post, { body: 'Less water.' })
  await say(mira, answer, 'helped')
  await setBounds(place.house, theo.viewer, noor.handle, 'mute')
  expect(await top(theo)).toBe('')
  expect(await top(undefined)).toContain('Less water.')
  await setBounds(place.house, theo.viewer, noor.handle, 'block')
  expect(await top(theo)).toBe('')
  await place.house.pool.query('update replies set hidden_at = now() where id = $1', [answer])
  expect(await top(undefined)).toBe('')
  await place.house.pool.query('update replies set hidden_at = null, deleted_at = now() where id = $1', [
    answer,
  ])
  expect(await top(undefined)).toBe('')
})

test('SHINE-1 a mark by somebody whom the writer muted lifts nothing, and who gave it sees it like any other', async () => {
  const answer = await place.reply(noor, post)
  await setBounds(place.house, noor.viewer, theo.handle, 'mute')
  await say(theo, answer, 'kind')
  expect(await top(undefined)).toBe('')
  const own = await (await place.as(theo).get(`/posts/${post}`)).text()
  expect(own).toContain('You said that this was kind.')
  expect(await (await place.as(mira).get(`/posts/${post}`)).text()).not.toContain('You said that this')
})

test('SHINE-1 without a name: the copy names neither who asked nor who wrote', async () => {
  const ward = await place.space('ward', { kind: 'support', visibility: 'members' })
  const hidden = await place.post(mira, ward, { unnamed: true })
  const theirs = await place.reply(mira, hidden, { unnamed: true, body: 'Thank you, all of you.' })
  const answer = await place.reply(noor, hidden, { body: 'Sleep first.' })
  await say(mira, answer, 'helped', hidden)
  await say(theo, theirs, 'kind', hidden)
  const seen = await top(theo, hidden)
  expect(seen).toContain('Noor · Whoever asked said that this helped.')
  expect(seen).toContain('A member · Somebody here said that this was kind.')
  expect(seen).not.toContain('Mira')
})

test('SHINE-1 a letter quotes only with consent, in what its reader follows, never from a closed or support space', async () => {
  const { liftedInDigest } = await import('./digest.ts')
  const answer = await place.reply(noor, post, { body: 'Straw keeps the slugs away.' })
  await place.as(theo).form(`/posts/${post}/follow`, {})
  const since = new Date(place.house.clock.now().getTime() - 1000)
  await say(mira, answer, 'helped')
  const letter = async () =>
    (await liftedInDigest.load(place.house, theo.viewer, since, 12)).map(({ title }) => title)
  expect(await letter()).toEqual([])
  expect(await top(noor)).toContain('May the letter')
  expect(await top(theo)).not.toContain('May the letter')
  const refused = await place.as(theo).form(`/posts/${post}/replies/${answer}/quoting`, { quoting: 'yes' })
  expect(refused.status).toBe(403)
  await place.as(noor).form(`/posts/${post}/replies/${answer}/quoting`, { quoting: 'yes' })
  expect(await letter()).toEqual(['“Straw keeps the slugs away.”'])
  await place.as(noor).form('/settings/lifting', { quoting: 'never' })
  expect(await letter()).toEqual([])
  await place.as(noor).form('/settings/lifting', { quoting: 'always' })
  expect(await letter()).toHaveLength(1)
  await place.house.pool.query("update spaces set kind = 'support' where id = $1", [garden.id])
  expect(await letter()).toEqual([])
  await place.house.pool.query("update spaces set kind = 'hobby' where id = $1", [garden.id])
})

test('THANKS-5 the corner lists what helped and nobody has remarked on: posts, never people', async () => {
  const answer = await place.reply(noor, post, { body: 'Copper tape round the pots.' })
  await say(mira, answer, 'helped')
  const corner = async () => (await (await place.as(theo).get('/helped')).text()).split('<main')[1]!
  expect(await corner()).toContain('Copper tape round the pots.')
  expect(await corner()).not.toContain('Noor')
  expect((await corner()).match(/<blockquote/g)!.length).toBeLessThanOrEqual(3)
  const { giveThanks, decideShowing } = await import('../thanks/index.ts')
  const giving = { postId: post, replyId: answer, words: 'So good', offerToShow: true }
  const id = await giveThanks(place.house, theo.viewer, giving)
  expect(await corner()).toContain('Copper tape')
  await decideShowing(place.house, noor.viewer, id, 'show')
  expect(await corner()).not.toContain('Copper tape')
})

test('SHINE-1 the reading brings a kind answer to Today, which lifts nothing, until somebody remarks on it', async () => {
  const jun = await place.member('Jun', { role: 'steward' })
  const kind = await place.reply(noor, post, {
    body: 'That sounds so hard, and I am really sorry you are going through this. You are not alone, I am here if you need anything.',
  })
  await place.reply(theo, post, { body: 'The bins go out on Thursday.' })
  const today = async () => (await (await place.as(jun).get('/today')).text()).split('<main')[1]!
  expect(await today()).toContain('Worth a word')
  expect(await today()).toContain('You are not alone')
  expect(await today()).not.toContain('The bins go out')
  expect(await top(jun)).toBe('')
  await say(mira, kind, 'helped')
  expect(await today()).not.toContain('You are not alone')
})

test('what was said about an answer goes with it and with who leaves', async () => {
  const { record } = await import('../foundation/index.ts')
  const answer = await place.reply(noor, post)
  await say(theo, answer, 'kind')
  await say(mira, answer, 'helped')
  const left = async () =>
    (await place.house.pool.query('select kind from reply_marks where reply_id = $1', [answer])).rows.map(
      ({ kind }) => kind,
    )
  const gone = { communityId: place.communityId, kind: 'member-left', actorId: theo.id, memberId: theo.id }
  await place.house.db.transaction().execute((trx) => record(trx, gone, place.house.clock.now()))
  await deliver(place.house)
  expect(await left()).toEqual(['helped'])
})

test('SHINE-1 its writer hears that it helped, in the place alone; of a kind mark nobody hears', async () => {
  const answer = await place.reply(noor, post)
  await say(theo, answer, 'kind')
  await say(mira, answer, 'helped')
  await deliver(place.house)
  expect((await reached(place.house, noor)).filter((kind) => kind === 'helped')).toEqual(['helped'])
  const page = await (await place.as(noor).get('/notices')).text()
  expect(page.replace(/<[^>]*>/g, '')).toContain('Mira said that your answer in Tomatoes helped')
})
