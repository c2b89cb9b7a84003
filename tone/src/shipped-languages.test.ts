import { readdirSync, readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { languages, loadLanguage, loadQuick, read } from './node.ts'

const folder = new URL('./model/', import.meta.url)
const card = readFileSync(new URL('LANGUAGES_CARD.md', folder), 'utf8')
const fileOf = (tag: string): string => `quick-${tag}.bin`

interface Written {
  text: string
  pause: 0 | 1
}

const writtenIn = (tag: string): Written[] =>
  readFileSync(new URL(`../../training/data/languages/${tag}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Written)

/** The name under which the card has a language. */
const nameOf = (tag: string): string =>
  new RegExp(`^\\| (\\w+) \\(\`${tag}\`\\) \\| \\*\\*measured`, 'm').exec(card)![1]!

beforeAll(async () => {
  await loadQuick()
  for (const tag of languages) await loadLanguage(tag)
})

test('what can be loaded is what lies there, and what the card calls measured', () => {
  const there = readdirSync(folder).filter((name) => /^quick-\w+\.bin$/.test(name))
  expect(there.toSorted()).toEqual(languages.map(fileOf).toSorted())
  const measured = [...card.matchAll(/^\| \w+ \(`(\w+)`\) \| \*\*measured/gm)].map(([, tag]) => tag!)
  expect(measured.toSorted()).toEqual(languages.toSorted())
})

describe.each(languages)('%s', (tag) => {
  test('a writer downloads at most 250 KB for it', () => {
    const bytes = readFileSync(new URL(fileOf(tag), folder))
    expect(deflateSync(bytes, { level: 9 }).length).toBeLessThan(250_000)
  })

  test('is read here as the card says it was where it was learned', () => {
    const paused = (wanted: 0 | 1): string => {
      const readings = writtenIn(tag)
        .filter(({ pause }) => pause === wanted)
        .map(({ text }) => read(text, { lang: tag }))
      const share = (100 * readings.filter(({ pause }) => pause).length) / readings.length
      return `\\| ${readings.length} \\| ${share.toFixed(1)} \\([^|]*\\) `
    }
    expect(card).toMatch(new RegExp(`^\\| ${nameOf(tag)} ${paused(0)}${paused(1)}\\|`, 'm'))
  })

  test('a message in it is known to be, and read by its model', () => {
    const readings = writtenIn(tag).map(({ text }) => read(text))
    const own = readings.filter(({ language, model }) => language.measured && model.name === `quick-${tag}`)
    // Of German, a few short messages have no word that is not English as well.
    expect(own.length / readings.length).toBeGreaterThan(tag === 'de' ? 0.9 : 0.97)
    for (const { scores } of own) expect(scores).not.toHaveProperty('gratitude')
  })

  test('a pause points at words of the message', () => {
    const paused = writtenIn(tag)
      .map(({ text }) => ({ text, reading: read(text) }))
      .filter(({ reading }) => reading.pause)
    expect(paused.length).toBeGreaterThan(0)
    for (const { text, reading } of paused) {
      expect(reading.why.attribute).toBe('toxicity')
      for (const { begin, end } of reading.why.words) expect(text.slice(begin, end)).toMatch(/\p{L}/u)
    }
  })
})
