import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../test/kit/app.ts'
import type { Space } from '../spaces/index.ts'
import { BODY_LENGTH, TITLE_LENGTH } from './rules.ts'

let app: TestApp
let mira: TestMember
let noor: TestMember
let space: Space

beforeAll(async () => {
  app = await makeTestApp()
  mira = await app.member('Mira')
  noor = await app.member('Noor')
  space = await app.space('allotment')
})
afterAll(() => app.close())

const idIn = (location: string | null) => /\/posts\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? ''

async function posted(fields: Record<string, string>, who = mira): Promise<string> {
  const answer = await app.as(who).form('/new', { space: space.slug, ...fields })
  expect(answer.status).toBe(303)
  return idIn(answer.headers.get('location'))
}

test('a post appears under its title, and its writer follows it', async () => {
  const id = await posted({ title: 'Beans', body: 'They **climb**.' })
  const page = await (await app.as(mira).get(`/posts/${id}?did=posted`)).text()
  expect(page).toContain('They <strong>climb</strong>.')
  expect(page).toContain('It’s here.')
  expect(page).toContain('Stop following this thread')
  expect(await (await app.as(noor).get(`/posts/${id}`)).text()).toContain('Follow this thread')
})

test('text in any script, with any sign, arrives as it was typed', async () => {
  const body = 'Zażółć 🌱👩‍🌾 مرحبا 你好 Ω \u202b\ufeff ﷽'
  const id = await posted({ title: '种子 🌱', body })
  const page = await (await app.as(mira).get(`/posts/${id}/edit`)).text()
  expect(page).toContain(body)
  expect(page).toContain('种子 🌱')
})

test('half a character and zeros do no harm', async () => {
  const id = await app.post(mira, space, { title: 'a\ud800b\u0000c', body: 'x\udc00y\u0000z' })
  const page = await (await app.as(mira).get(`/posts/${id}`)).text()
  expect(page).toContain('a\ufffdbc')
  expect(page).toContain('x\ufffdyz')
})

test('a refused post comes back with what was typed and a sentence', async () => {
  const kept = 'What I wrote first'
  const cases: [Record<string, string>, string][] = [
    [{ space: space.slug, title: kept, body: '  \n ' }, 'There is nothing in it yet'],
    [{ space: space.slug, title: kept, body: 'a'.repeat(BODY_LENGTH + 1) }, 'up to 20000 fit'],
    [{ space: space.slug, title: `${kept} ${'b'.repeat(TITLE_LENGTH)}`, body: 'x' }, 'A title holds'],
    [{ space: 'nowhere', title: kept, body: 'x' }, 'Choose where it should go.'],
    [{ space: space.slug, title: kept, body: 'x', unnamed: 'yes' }, 'Posts here carry a name.'],
  ]
  for (const [fields, sentence] of cases) {
    const answer = await app.as(mira).form('/new', fields)
    const page = await answer.text()
    expect([answer.status, page.includes(sentence), page.includes(kept)]).toEqual([422, true, true])
  }
})

test('the longest post that fits is taken', async () => {
  const id = await posted({ title: 'Long', body: 'ä'.repeat(BODY_LENGTH) })
  expect((await app.as(undefined).get(`/posts/${id}`)).status).toBe(200)
})

test('an answer opens the page it is on, and so does every link to it', async () => {
  const post = await app.post(noor, space)
  const answer = await app.as(mira).form(`/posts/${post}/replies`, { body: 'Mine are early.' })
  const [, reply] = /reply=([0-9a-f-]{36})&did=answered#r-\1$/.exec(answer.headers.get('location') ?? '')!
  expect(await (await app.as(noor).get(`/posts/${post}?reply=${reply}`)).text()).toContain(`id="r-${reply}"`)
  const link = await app.as(undefined).get(`/posts/${post}/replies/${reply}`)
  expect([link.status, link.headers.get('location')]).toEqual([
    302,
    `/posts/${post}?reply=${reply}#r-${reply}`,
  ])
})

test('an empty answer is refused beside its box, and still answers the one it was meant for', async () => {
  const post = await app.post(noor, space)
  const to = await app.reply(noor, post)
  const answer = await app.as(mira).form(`/posts/${post}/replies`, { body: '', to })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('Your answer to Noor')
  expect(page).toContain(`name="to" value="${to}"`)
})

test('an answer to something that is not there is refused with what was typed', async () => {
  const [post, other] = [await app.post(noor, space), await app.post(noor, space)]
  const elsewhere = await app.reply(noor, other)
  const answer = await app.as(mira).form(`/posts/${post}/replies`, { body: 'Kept words', to: elsewhere })
  const page = await answer.text()
  expect([answer.status, page.includes('no longer here'), page.includes('Kept words')]).toEqual([
    422,
    true,
    true,
  ])
})

test('quoting begins the answer with the words, and answers who wrote them', async () => {
  const post = await app.post(noor, space, { body: 'First line\nsecond line' })
  const reply = await app.reply(noor, post, { body: '> First line\n\nI meant & said it.' })
  const page = await (await app.as(mira).get(`/posts/${post}?quote=${reply}&to=${reply}`)).text()
  expect(page).toContain('\n&gt; I meant &amp; said it.\n\n</textarea>')
  expect(page).toContain('Your answer to Noor')
  expect(await (await app.as(mira).get(`/posts/${post}?quote=${post}`)).text()).toContain(
    '&gt; First line\n&gt; second line',
  )
  expect(await (await app.as(undefined).get(`/posts/${post}?quote=${reply}`)).text()).not.toContain(
    '&gt; I meant',
  )
})

test('who asked without a name may answer without one; nobody else may', async () => {
  const quiet = await app.space('long-haul', { kind: 'support', visibility: 'members' })
  const post = await app.post(mira, quiet, { unnamed: true })
  expect(await (await app.as(mira).get(`/posts/${post}`)).text()).toContain('Answer without my name')
  expect(await (await app.as(noor).get(`/posts/${post}`)).text()).not.toContain('Answer without my name')
  const answer = await app.as(mira).form(`/posts/${post}/replies`, { body: 'Thank you all.', unnamed: 'yes' })
  expect(answer.status).toBe(303)
  const page = await (await app.as(noor).get(`/posts/${post}`)).text()
  expect(page).toContain('Thank you all.')
  expect(page).not.toContain('Mira')
  expect(page).not.toContain(mira.id)
  const refused = await app.as(noor).form(`/posts/${post}/replies`, { body: 'Me too.', unnamed: 'yes' })
  expect([refused.status, (await refused.text()).includes('Answers here carry a name.')]).toEqual([422, true])
})

test('forty posts in ten minutes are enough; the rest keeps until later', async () => {
  const busy = await app.member('Busy')
  const post = await app.post(noor, space)
  for (let count = 0; count < 40; count++)
    await app.as(busy).form(`/posts/${post}/replies`, { body: `Number ${count}` })
  const answer = await app.as(busy).form(`/posts/${post}/replies`, { body: 'One too many' })
  const page = await answer.text()
  expect([answer.status, page.includes('That was a lot at once.'), page.includes('One too many')]).toEqual([
    429,
    true,
    true,
  ])
  app.house.clock.forward(20 * 60_000)
  expect((await app.as(busy).form(`/posts/${post}/replies`, { body: 'One too many' })).status).toBe(303)
})

test('twenty answers at once are all there, each in its own place', async () => {
  const post = await app.post(noor, space)
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      app.as(mira).form(`/posts/${post}/replies`, { body: `Answer ${index}.` }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(303))
  const page = await (await app.as(undefined).get(`/posts/${post}`)).text()
  for (let index = 0; index < 20; index++) expect(page).toContain(`Answer ${index}.`)
  expect(await (await app.as(undefined).get('/lately')).text()).toContain('20 answers')
})

test('words written while the last space was closed stay with who wrote them', async () => {
  const place = await makeTestApp()
  const theo = await place.member('Theo')
  const only = await place.space('only')
  await place.house.db.updateTable('spaces').set({ archived_at: new Date() }).execute()
  const answer = await place.as(theo).form('/new', { space: only.slug, title: 'Late', body: 'Half a page.' })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('There is no space you can write in')
  expect(page).toContain('Half a page.')
  expect(page).toContain('value="Late"')
  await place.close()
})
