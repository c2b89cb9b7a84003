import { afterEach, beforeEach, expect, test } from 'vitest'
import { giveAddress } from '../../test/kit/address.ts'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import { deliver } from '../../test/kit/notices.ts'
import { setFollow } from '../conversation/follow-store.ts'
import { changeCommunity, newId, record } from '../foundation/index.ts'
import type { Space } from '../spaces/index.ts'
import { addThanks } from '../thanks/index.ts'
import { sendDailies } from './send-dailies.ts'
import { sendDigests } from './send-digests.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

let place: TestApp
let mira: TestMember
let noor: TestMember
let garden: Space

beforeEach(async () => {
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  garden = await place.space('garden')
  await giveAddress(place.house, noor)
  // Past the first week, a Tuesday at ten.
  place.house.clock.forward(8 * DAY - (place.house.clock.now().getTime() % DAY) + 10 * HOUR)
  while (place.house.clock.now().getUTCDay() !== 2) place.house.clock.forward(DAY)
})
afterEach(() => place.close())

/** Letters to Noor, or to somebody else. */
const letters = (to = 'noor') =>
  place.house.mail.letters.filter((letter) => letter.to === `${to}@example.org`)

/** Everything that is told and written until this long from now. */
async function later(milliseconds: number): Promise<void> {
  await deliver(place.house)
  place.house.clock.forward(milliseconds)
  await place.house.jobs.runDue(place.house)
}

async function thank(postId: string, words: string): Promise<void> {
  const { house, communityId } = place
  const now = house.clock.now()
  const id = newId(now.getTime())
  await house.db.transaction().execute(async (trx) => {
    await addThanks(trx, {
      communityId,
      id,
      giverId: mira.id,
      receiverId: noor.id,
      postId,
      replyId: null,
      words,
      showing: 'between',
      createdAt: now,
    })
    await record(
      trx,
      { communityId, kind: 'thanks-given', actorId: mira.id, memberId: noor.id, postId, subjectId: id },
      now,
    )
  })
  house.clock.forward(1_000)
}

const community = async () => (await place.house.communities.byId(place.communityId))!

test('an answer comes by e-mail, with its words, its link, and a way out', async () => {
  const post = await place.post(noor, garden, { title: 'First frost' })
  const reply = await place.reply(mira, post, { body: 'Cover them **tonight**.' })
  await later(MINUTE)
  expect(letters()).toHaveLength(1)
  const [letter] = letters()
  expect(letter!.to).toBe('noor@example.org')
  expect(letter!.subject).toBe('Mira answered you in First frost · Test Street')
  expect(letter!.text).toContain('Hello Noor,')
  expect(letter!.text).toContain('Cover them')
  expect(letter!.text).toContain(`/posts/${post}?reply=${reply}#r-${reply}`)
  expect(letter!.text).toContain(letter!.listUnsubscribe)
  expect(letter!.listUnsubscribe).toContain(`/letters/end/${noor.id}/answers/`)
})

test.each([
  ['support', 'members'],
  ['family', 'members'],
  ['hobby', 'invited'],
] as const)(
  'a letter from a closed space (%s, %s) has title and link, never the words',
  async (kind, visibility) => {
    const closed = await place.space(`closed-${kind}`, { kind, visibility, people: [noor, mira] })
    const post = await place.post(noor, closed, { title: 'A hard week' })
    await place.reply(mira, post, { body: 'The biopsy was mine once' })
    await later(MINUTE)
    const [letter] = letters()
    expect(letter!.text).toContain('A hard week')
    expect(letter!.text + letter!.html).not.toContain('biopsy')
  },
)

test('a name that was left away is not in the letter', async () => {
  const support = await place.space('long-haul', { kind: 'support', visibility: 'members' })
  const post = await place.post(mira, support, { title: 'Nights', unnamed: true })
  const reply = await place.reply(noor, post)
  await place.reply(mira, post, { unnamed: true, parentId: reply })
  await later(MINUTE)
  expect(letters()[0]!.subject).toBe('A member answered you in Nights · Test Street')
  expect(JSON.stringify(letters('noor'))).not.toContain('Mira')
})

test('many answers in a thread share letters, one an hour; what was read is not repeated', async () => {
  const post = await place.post(noor, garden, { title: 'First frost' })
  await place.reply(mira, post)
  await later(MINUTE)
  for (let index = 0; index < 5; index++) await place.reply(mira, post)
  await later(MINUTE)
  await later(30 * MINUTE)
  expect(letters()).toHaveLength(1)
  await later(HOUR)
  expect(letters()).toHaveLength(2)
  await place.reply(mira, post)
  await deliver(place.house)
  await place.as(noor).get('/notices')
  await later(2 * HOUR)
  expect(letters()).toHaveLength(2)
})

test('an answer that was taken back before its letter is not written about', async () => {
  const post = await place.post(noor, garden)
  const reply = await place.reply(mira, post)
  await deliver(place.house)
  await place.house.db
    .updateTable('replies')
    .set({ deleted_at: place.house.clock.now() })
    .where('id', '=', reply)
    .execute()
  await later(MINUTE)
  expect(letters()).toHaveLength(0)
})

test('at most twelve letters a day', async () => {
  for (let index = 0; index < 15; index++)
    await place.reply(mira, await place.post(noor, garden, { title: `Bed ${index}.` }))
  await later(5 * MINUTE)
  expect(letters()).toHaveLength(12)
})

test('in the first week at most three letters, answers to oneself apart', async () => {
  const sol = await place.member('Sol')
  await giveAddress(place.house, sol)
  await place.as(sol).form('/settings/notices', { 'kind-mentions': 'mail' })
  for (let index = 0; index < 5; index++) await place.post(mira, garden, { body: `Number ${index}, @sol` })
  await later(5 * MINUTE)
  expect(letters('sol')).toHaveLength(3)
  await place.reply(mira, await place.post(sol, garden))
  await later(5 * MINUTE)
  expect(letters('sol')).toHaveLength(4)
})

test('THANKS: all thanks of a day come in one letter, in the evening of who gets them', async () => {
  const post = await place.post(noor, garden, { title: 'Soup' })
  await thank(post, 'It helped because it was hot')
  await thank(await place.post(noor, garden, { title: 'Bread' }), '')
  await later(MINUTE)
  await sendDailies(place.house, await community())
  expect(letters(), 'not in the morning').toHaveLength(0)
  place.house.clock.forward(8 * HOUR)
  await Promise.all([
    sendDailies(place.house, await community()),
    sendDailies(place.house, await community()),
  ])
  expect(letters(), 'two servers at once write one').toHaveLength(1)
  expect(letters()[0]!.subject).toBe('Thanks today in Test Street')
  expect(letters()[0]!.text).toContain('Mira thanked you for Soup')
  expect(letters()[0]!.text).toContain('It helped because it was hot')
  expect(letters()[0]!.text).toContain('Mira thanked you for Bread')
  await thank(post, 'Again')
  await later(HOUR)
  await sendDailies(place.house, await community())
  expect(letters(), 'not a second one that evening').toHaveLength(1)
})

test('the letter with what is new comes on Sunday morning, with titles only, once; nothing when nothing is new', async () => {
  await setFollow(
    place.house.db,
    place.communityId,
    noor.id,
    { spaceId: garden.id },
    true,
    place.house.clock.now(),
  )
  const post = await place.post(mira, garden, {
    title: 'Seed swap',
    body: 'Bring envelopes, the small ones.',
  })
  await later(MINUTE)
  await sendDigests(place.house, await community())
  expect(letters(), 'not on a Tuesday').toHaveLength(0)
  place.house.clock.forward(5 * DAY)
  await Promise.all([
    sendDigests(place.house, await community()),
    sendDigests(place.house, await community()),
  ])
  expect(letters()).toHaveLength(1)
  expect(letters()[0]!.subject).toBe('This week in Test Street')
  expect(letters()[0]!.text).toContain(`Seed swap (garden)\nhttp`)
  expect(letters()[0]!.text).toContain(`/posts/${post}`)
  expect(letters()[0]!.text).not.toContain('envelopes')
  place.house.clock.forward(7 * DAY)
  await sendDigests(place.house, await community())
  expect(letters(), 'nothing new, no letter').toHaveLength(1)
})

test('the letter with what is new follows the member’s clock, and leaves out what they blocked, read or wrote', async () => {
  await place.house.db
    .updateTable('members')
    .set({ time_zone: 'Pacific/Auckland' })
    .where('id', '=', noor.id)
    .execute()
  await place.as(noor).form('/settings/notices', { digest: 'daily' })
  await setFollow(
    place.house.db,
    place.communityId,
    noor.id,
    { spaceId: garden.id },
    true,
    place.house.clock.now(),
  )
  const sol = await place.member('Sol')
  await place.house.db
    .insertInto('blocks')
    .values({
      community_id: place.communityId,
      blocker_id: sol.id,
      blocked_id: noor.id,
      created_at: new Date(),
    })
    .execute()
  await place
    .post(mira, garden, { title: 'Seen already' })
    .then((post) => place.as(noor).get(`/posts/${post}`))
  await place.post(sol, garden, { title: 'Kept from her' })
  await place.post(noor, garden, { title: 'Her own' })
  await place.post(mira, garden, { title: 'New to her' })
  await later(MINUTE)
  await sendDigests(place.house, await community())
  expect(letters(), 'ten in the evening there').toHaveLength(0)
  place.house.clock.forward(11.5 * HOUR)
  await sendDigests(place.house, await community())
  expect(letters()).toHaveLength(1)
  expect(letters()[0]!.text).toContain('New to her')
  for (const title of ['Seen already', 'Kept from her', 'Her own'])
    expect(letters()[0]!.text).not.toContain(title)
})

test('one press ends letters of a kind, without signing in; looking at the link ends nothing', async () => {
  await changeCommunity(place.house.db, place.communityId, { openedAt: place.house.clock.now() })
  const post = await place.post(noor, garden)
  await place.reply(mira, post)
  await later(MINUTE)
  const path = new URL(letters()[0]!.listUnsubscribe!).pathname
  const asked = await place.as(undefined).get(path)
  expect(asked.status).toBe(200)
  expect(await asked.text()).toContain('Answers to me')
  await place.reply(mira, post)
  await later(2 * HOUR)
  expect(letters()).toHaveLength(2)
  // As mail programs do it (RFC 8058): a POST from nowhere, without cookies.
  expect((await place.as(undefined).form(path, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
  expect((await place.as(undefined).form(path, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
  await place.reply(mira, post)
  await later(2 * HOUR)
  expect(letters()).toHaveLength(2)
  expect(await (await place.as(noor).get('/notices')).text()).toContain('Mira answered you')
})

test('a link that was changed ends nothing', async () => {
  const post = await place.post(noor, garden)
  await place.reply(mira, post)
  await later(MINUTE)
  const path = new URL(letters()[0]!.listUnsubscribe!).pathname
  for (const wrong of [
    path.replace(noor.id, mira.id),
    path.replace('/answers/', '/digest/'),
    `${path}x`,
    path.replace(noor.id, 'nobody'),
  ])
    expect((await place.as(undefined).form(wrong, {})).status, wrong).toBe(404)
})

test('who has no confirmed address gets no letter', async () => {
  await place.house.db
    .updateTable('accounts')
    .set({ email_verified: false })
    .where('id', '=', noor.viewer.accountId!)
    .execute()
  await place.reply(mira, await place.post(noor, garden))
  await later(MINUTE)
  expect(letters()).toHaveLength(0)
})
