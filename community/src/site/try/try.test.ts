import { attributes, CAREFUL_TEXT_AT_MOST } from '@kindling/tone'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'

let place: TestApp
beforeAll(async () => {
  place = await makeTestApp()
})
afterAll(() => place?.close())

const read = async (text: string) => {
  const response = await place.as(undefined).form('/try', { text })
  return { status: response.status, html: await response.text() }
}
const scoreOf = (html: string, attribute: string) =>
  Number(new RegExp(`data-attribute="${attribute}".*?<span>([\\d.]+)</span>`, 's').exec(html)?.[1])

test('without script the server reads: the verdict, the words it rests on, a row for every attribute', async () => {
  const { status, html } = await read('You are a pathetic liar.')
  expect(status).toBe(200)
  expect(html).toContain('some readers may feel an insult in it.')
  expect(html).toMatch(/<mark>[^<]*liar[^<]*<\/mark>/)
  for (const attribute of attributes) expect(html).toContain(`data-attribute="${attribute}"`)
  expect(scoreOf(html, 'insult')).toBeGreaterThan(0.7)
  expect(scoreOf(html, 'gratitude')).toBeLessThan(0.2)
})

test('kinder words are offered, the new ones underlined', async () => {
  const { html } = await read('Shut up and fix the tests, you useless idiot.')
  expect(html).toContain('The same, without the hard word')
  expect(html).toMatch(/<ins>[^<]+<\/ins>/)
})

test('kindness is read as well, and another language by its own model', async () => {
  const { html } = await read('Thank you so much for the soup, it got us through the week.')
  expect(html).toContain('No pause would be worth it here.')
  expect(scoreOf(html, 'gratitude')).toBeGreaterThan(0.7)
  const german = await read('Du bist doch ein erbärmlicher Lügner, das weiß hier jeder.')
  expect(scoreOf(german.html, 'toxicity')).toBeGreaterThan(0.3)
  const french = await read('Ce monsieur est un imbécile et je ne veux plus le voir ici.')
  expect(french.html).toContain('It was not measured in this language')
})

test('what is typed stands on the page as text and nowhere else', async () => {
  const { html } = await read('<script>alert(1)</script> you “liar”')
  expect(html).not.toContain('<script>alert')
  const { rows } = await place.house.pool.query("select 1 from events where events::text like '%alert%'")
  expect(rows).toEqual([])
})

test.each([
  ['', 'Type something first.'],
  ['a'.repeat(CAREFUL_TEXT_AT_MOST + 1), `Up to ${CAREFUL_TEXT_AT_MOST} characters are read here.`],
])('what cannot be read comes back with a sentence: %#', async (text, sentence) => {
  const { status, html } = await read(text)
  expect(status).toBe(422)
  expect(html).toContain(sentence)
  expect(html).toContain(text)
})

test('anybody may ask, and nobody without end: what was typed comes back with a sentence', async () => {
  const answers: Awaited<ReturnType<typeof read>>[] = []
  for (let at = 0; at < 61 && answers.at(-1)?.status !== 429; at++) answers.push(await read(`Soup ${at}?`))
  const { status, html } = answers.at(-1)!
  expect(status).toBe(429)
  expect(html).toContain('That was a lot at once.')
  expect(html).toContain(`Soup ${answers.length - 1}?`)
})

test('the model card is a page of its own', async () => {
  const html = await (await place.as(undefined).get('/try/model-card')).text()
  expect(html).toContain('What they get wrong')
  expect(html).toContain('<table')
})
