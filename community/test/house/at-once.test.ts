import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { House } from '../../src/foundation/index.ts'
import type { Space } from '../../src/spaces/index.ts'
import { makeTestApp, type TestApp, type TestMember } from '../kit/app.ts'

let place: TestApp
let house: House
let space: Space
let mira: TestMember
let noor: TestMember

beforeAll(async () => {
  place = await makeTestApp()
  house = place.house
  space = await place.space('garden')
})
afterAll(() => place?.close())
beforeEach(async () => {
  mira = await place.member('Mira')
  noor = await place.member('Noor')
})

const times = <Result>(count: number, press: () => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, press))
const statuses = (answers: readonly Response[]) => answers.map(({ status }) => status).sort()
const to = (answer: Response) => answer.headers.get('location')

async function repliesOf(postId: string): Promise<number> {
  const replies = await house.db.selectFrom('replies').select('id').where('post_id', '=', postId).execute()
  const { reply_count } = await house.db
    .selectFrom('posts')
    .select('reply_count')
    .where('id', '=', postId)
    .executeTakeFirstOrThrow()
  expect(reply_count).toBe(replies.length)
  return replies.length
}
async function eventsOf(kind: string, postId: string): Promise<number> {
  return (
    await house.db
      .selectFrom('events')
      .select('id')
      .where('kind', '=', kind)
      .where('post_id', '=', postId)
      .execute()
  ).length
}

test('a reply sent twice at once, or again because no answer came, is there once, and both lead to it', async () => {
  const post = await place.post(noor, space)
  const press = () => place.as(mira).form(`/posts/${post}/replies`, { body: 'I have a ladder.' })
  const answers = [...(await times(4, press)), await press()]
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  expect(new Set(answers.map(to)).size).toBe(1)
  expect(await repliesOf(post)).toBe(1)
  expect(await eventsOf('reply-written', post)).toBe(1)
})

test('what somebody else says, or says elsewhere, later or to another reply, is no repetition', async () => {
  const post = await place.post(noor, space)
  const other = await place.post(noor, space)
  const first = await place.reply(mira, post, { body: 'Yes.' })
  await place.reply(noor, post, { body: 'Yes.' })
  await place.reply(mira, other, { body: 'Yes.' })
  await place.reply(mira, post, { body: 'Yes.', parentId: first })
  expect([await repliesOf(post), await repliesOf(other)]).toEqual([3, 1])
  place.house.clock.forward(61_000)
  await place.reply(mira, post, { body: 'Yes.' })
  expect(await repliesOf(post)).toBe(4)
})

test('what was taken back may be said again at once', async () => {
  const post = await place.post(noor, space)
  const reply = await place.reply(mira, post, { body: 'Wait.' })
  await place.as(mira).form(`/posts/${post}/replies/${reply}/take-back`, {})
  expect(await place.reply(mira, post, { body: 'Wait.' })).not.toBe(reply)
})

test('a post sent twice at once is there once', async () => {
  const answers = await times(4, () =>
    place.as(mira).form('/new', { space: space.slug, title: 'Ladder', body: 'Who has one?' }),
  )
  expect(new Set(answers.map(to)).size).toBe(1)
  const posts = await house.db.selectFrom('posts').select('id').where('author_id', '=', mira.id).execute()
  expect(posts).toHaveLength(1)
})

test('THANKS-1: a thanks pressed twice at once is given once', async () => {
  const post = await place.post(noor, space)
  await place.reply(mira, post)
  const answers = await times(5, () => place.as(mira).form('/thank', { post, words: 'It held.' }))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  expect(await eventsOf('thanks-given', post)).toBe(1)
})

test('THANKS-1: of ten thanks at once to the same person three are given, and the others are told so', async () => {
  const posts: string[] = []
  for (let one = 0; one < 10; one++) posts.push(await place.post(noor, space))
  const answers = await Promise.all(posts.map((post) => place.as(mira).form('/thank', { post, words: '' })))
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(3)
  const refused = answers.filter(({ status }) => status !== 303)
  for (const answer of refused) {
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('You have thanked them three times today.')
  }
  const given = await house.db.selectFrom('thanks').select('id').where('giver_id', '=', mira.id).execute()
  expect(given).toHaveLength(3)
})

test('THANKS-1: a thanks taken back while its receiver decides is gone, whoever was quicker', async () => {
  for (let round = 0; round < 4; round++) {
    const giver = await place.member(`Giver ${round}`)
    const post = await place.post(noor, space)
    await place.as(giver).form('/thank', { post, words: 'It held.', showing: 'offered' })
    const { id } = await house.db
      .selectFrom('thanks')
      .select('id')
      .where('post_id', '=', post)
      .executeTakeFirstOrThrow()
    const [back, again, shown] = await Promise.all([
      place.as(giver).form(`/thanks/${id}/take-back`, {}),
      place.as(giver).form(`/thanks/${id}/take-back`, {}),
      place.as(noor).form(`/thanks/${id}/showing`, { choice: 'show' }),
    ])
    expect([303, 404]).toContain(shown.status)
    expect([back.status, again.status]).toContain(303)
    for (const { status } of [back, again]) expect([303, 404]).toContain(status)
    const row = await house.db
      .selectFrom('thanks')
      .select(['words', 'taken_back_at'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect([row.words, row.taken_back_at === null]).toEqual(['', false])
    expect(await eventsOf('thanks-taken-back', post)).toBe(1)
    expect(await (await place.as(mira).get(`/posts/${post}`)).text()).not.toContain('It held.')
  }
})

const seenIn = (page: string) => /name="seen" value="([^"]+)"/.exec(page)![1]!

test('who edits the same post in two windows is told that it changed, keeps what they typed, and may save it once more', async () => {
  const post = await place.post(mira, space, { title: 'Ladder', body: 'Before.' })
  const edit = (seen: string, body: string) =>
    place.as(mira).form(`/posts/${post}/edit`, { title: 'Ladder', body, seen })
  const seen = seenIn(await (await place.as(mira).get(`/posts/${post}/edit`)).text())
  expect((await edit(seen, 'From the one window.')).status).toBe(303)
  const late = await edit(seen, 'From the other window.')
  const page = await late.text()
  expect(late.status).toBe(422)
  expect(page).toContain('This was changed in the meantime')
  expect(page).toContain('From the other window.</textarea>')
  expect(await (await place.as(noor).get(`/posts/${post}`)).text()).toContain('From the one window.')
  expect((await edit(seenIn(page), 'From the other window.')).status).toBe(303)
  expect(await (await place.as(noor).get(`/posts/${post}`)).text()).toContain('From the other window.')
})

test('of two edits at once from the same page one is saved and one is told; the same edit twice is saved once', async () => {
  const post = await place.post(mira, space, { title: 'Ladder', body: 'Before.' })
  const edit = (seen: string, body: string) =>
    place.as(mira).form(`/posts/${post}/edit`, { title: 'Ladder', body, seen })
  const first = seenIn(await (await place.as(mira).get(`/posts/${post}/edit`)).text())
  expect(statuses(await Promise.all([edit(first, 'One.'), edit(first, 'Two.')]))).toEqual([303, 422])
  const second = seenIn(await (await place.as(mira).get(`/posts/${post}/edit`)).text())
  expect(statuses(await times(3, () => edit(second, 'Three.')))).toEqual([303, 303, 303])
})

test('whoever answers while a post is taken back or closed is answered too, and counts agree', async () => {
  for (const end of ['take-back', 'lock']) {
    const jun = await place.member('Jun', { role: 'steward' })
    const post = await place.post(mira, space)
    const closing = () => place.as(end === 'lock' ? jun : mira).form(`/posts/${post}/${end}`, {})
    const answers = await Promise.all([
      place.as(noor).form(`/posts/${post}/replies`, { body: 'First.' }),
      closing(),
      place.as(noor).form(`/posts/${post}/replies`, { body: 'Second.' }),
      place.as(noor).form(`/posts/${post}/replies`, { body: 'Third.' }),
    ])
    expect(answers[1]!.status).toBe(303)
    for (const { status } of answers) expect([303, 403, 404]).toContain(status)
    const written = answers.filter((answer) => to(answer)?.includes('did=answered'))
    expect(await repliesOf(post)).toBe(written.length)
    const late = await place.as(noor).form(`/posts/${post}/replies`, { body: 'Much later.' })
    expect(late.status).toBe(403)
  }
})

test('an answer to a reply that is being taken back is there or is refused with what was typed', async () => {
  const post = await place.post(noor, space)
  const reply = await place.reply(mira, post)
  const [, answer] = await Promise.all([
    place.as(mira).form(`/posts/${post}/replies/${reply}/take-back`, {}),
    place.as(noor).form(`/posts/${post}/replies`, { body: 'What I typed.', to: reply }),
  ])
  expect([303, 422]).toContain(answer.status)
  if (answer.status === 422) expect(await answer.text()).toContain('What I typed.')
})

test('MEND-1: of stewards deciding the same report at once one decides, and the others read who was quicker', async () => {
  const { reportEntry } = await import('../../src/mend/index.ts')
  const stewards = await Promise.all(
    ['Jun', 'Kai', 'Lea'].map((name) => place.member(name, { role: 'steward' })),
  )
  const post = await place.post(mira, space)
  const { caseId } = await reportEntry(house, noor.viewer, {
    postId: post,
    replyId: null,
    wish: 'act',
    note: '',
  })
  const answers = await Promise.all(
    stewards.map((one, index) =>
      place.as(one).form(`/reports/${caseId}/${index === 1 ? 'fine' : 'hide'}`, {
        seen: '0',
        reason: `Reason ${index}`,
        toReporter: '',
      }),
    ),
  )
  expect(statuses(answers)).toEqual([303, 409, 409])
  for (const [index, answer] of answers.entries()) {
    if (answer.status !== 409) continue
    const page = await answer.text()
    expect(page).toContain('was quicker')
    if (index !== 1) expect(page).toContain(`Reason ${index}`)
  }
  const decisions = await house.db
    .selectFrom('decisions')
    .select('id')
    .where('case_id', '=', caseId)
    .execute()
  expect(decisions).toHaveLength(1)
})

test('MEND-1: the same post reported by the same person twice at once is one report, by two people one case', async () => {
  const post = await place.post(mira, space)
  const kai = await place.member('Kai')
  const press = (who: TestMember) => place.as(who).form('/report', { post, wish: 'note', note: 'Look.' })
  const answers = await Promise.all([press(noor), press(noor), press(kai), press(noor)])
  expect(statuses(answers)).toEqual([303, 303, 303, 303])
  const cases = await house.db.selectFrom('cases').select('id').where('post_id', '=', post).execute()
  expect(cases).toHaveLength(1)
  expect(
    await house.db.selectFrom('reports').select('id').where('case_id', '=', cases[0]!.id).execute(),
  ).toHaveLength(2)
})

test('of two administrators who take each other’s role at once, one stays', async () => {
  const away = await place.member('Away', { role: 'administrator' })
  const { db } = house
  await db
    .updateTable('members')
    .set({ role: 'member' })
    .where('role', '=', 'administrator')
    .where('id', '!=', away.id)
    .execute()
  const other = await place.member('Other', { role: 'administrator' })
  const take = (who: TestMember, whom: TestMember) =>
    place.as(who).form(`/admin/people/${whom.id}`, { role: 'member', reason: 'We agreed.' })
  const answers = await Promise.all([take(away, other), take(other, away)])
  expect(statuses(answers)[0]).toBe(303)
  expect(statuses(answers)[1]).toBeGreaterThanOrEqual(400)
  expect(statuses(answers)[1]).toBeLessThan(500)
  expect(
    await db
      .selectFrom('members')
      .select('id')
      .where('role', '=', 'administrator')
      .where('status', '=', 'active')
      .execute(),
  ).toHaveLength(1)
})

test('whoever waits is let in once, however many stewards press at once', async () => {
  const wendy = await place.member('Wendy', { status: 'waiting' })
  const stewards = await Promise.all(['Jun', 'Kai'].map((name) => place.member(name, { role: 'steward' })))
  const answers = await Promise.all(
    stewards.map((one) => place.as(one).form(`/admin/waiting/${wendy.id}`, { answer: 'let-in' })),
  )
  for (const { status } of answers) expect([303, 404, 409]).toContain(status)
  const events = await house.db
    .selectFrom('events')
    .select('id')
    .where('kind', '=', 'member-joined')
    .where('member_id', '=', wendy.id)
    .execute()
  expect(events.length).toBeLessThanOrEqual(1)
})
