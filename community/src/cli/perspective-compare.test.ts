import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { perspective } from './perspective.ts'
import { compare, parseCompare, parseThresholds } from './perspective-compare.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kindling-compare-'))
})
afterAll(() => rm(folder, { recursive: true }))

let [said, complained] = ['', '']
beforeEach(() => {
  said = complained = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += text
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained += text
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
})

test('options', () => {
  expect(parseCompare(['old.csv'])).toEqual({
    file: 'old.csv',
    thresholds: new Map(),
    reader: 'quick',
    plot: undefined,
    json: false,
  })
  expect(parseCompare(['-', '--at=insult=0.7', '--reader', 'auto', '--plot', 'a.svg', '--json'])).toEqual({
    file: '-',
    thresholds: new Map([['INSULT', [0.7]]]),
    reader: 'auto',
    plot: 'a.svg',
    json: true,
  })
})

test('several thresholds of an attribute, in order and once each; names that are only known, too', () => {
  expect(parseThresholds('TOXICITY=.9, SPAM=1,TOXICITY=0.10,TOXICITY=0.9')).toEqual(
    new Map([
      ['TOXICITY', [0.1, 0.9]],
      ['SPAM', [1]],
    ]),
  )
})

test.each([
  [[], 'Name the file'],
  [['a.csv', 'b.csv'], '"b.csv" is one file too many.'],
  [['a.csv', '--reader=best'], '--reader is quick, careful or auto.'],
  [['a.csv', '--plot', 'a.csv'], '--plot names a file that ends in ".svg".'],
  [['a.csv', '--at', 'TOXICITY=80'], '--at is a list such as'],
  [['a.csv', '--at', 'TOXICITY=0.8,'], '--at is a list such as'],
  [['a.csv', '--at', 'TOXICITY=0..8'], '--at is a list such as'],
  [['a.csv', '--at', 'KARMA=0.8'], '--at names "KARMA", which is no attribute.'],
  [['a.csv', '--fast'], 'There is no option "--fast".'],
])('%j is refused with a sentence and how it is used', async (args, sentence) => {
  expect(await compare(args)).toBe(2)
  expect(complained).toContain(sentence)
  expect(complained).toContain('Usage: kindling perspective compare FILE')
})

/** Sentences that hurt the more the higher their number, in somebody's eyes. */
const lines = Array.from({ length: 30 }, (_, at) => ({
  text: at % 2 ? `You are a pathetic liar, number ${at}.` : `Thank you for the soup, number ${at}.`,
  scores: { TOXICITY: at % 2 ? 0.6 + at / 100 : at / 100, SPAM: 0.2 },
}))

async function written(name: string, content: string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, content)
  return file
}

test('a table and a plot; what people wrote is in neither', async () => {
  const whole = [...lines.map((line) => JSON.stringify(line)), 'a secret'].join('\n')
  const [file, plot] = [await written('old.jsonl', whole), join(folder, 'plot.svg')]
  expect(await perspective(['compare', file, '--at', 'TOXICITY=0.5', '--plot', plot])).toBe(0)
  expect(said).toMatch(/^30 texts with old scores, read here by quick /)
  expect(said).toMatch(/TOXICITY: 30 texts, rank correlation 0\.\d\d/)
  expect(said).toMatch(/^ {2}0\.5 {5}15 {2}50\.0% .* 100 of 100$/m)
  expect(said).toContain('SPAM is not answered here')
  expect(said).toContain('(line or row 31)')
  expect(said.trimEnd()).toMatch(/Move thresholds by the table, then look at what changes\.$/)
  const svg = await readFile(plot, 'utf8')
  expect(svg).toContain('0.5 becomes ')
  for (const word of ['pathetic', 'soup', 'secret']) expect(said + complained + svg).not.toContain(word)
})

test('the same from a table, for programs', async () => {
  const rows = lines.map(({ text, scores }) => `"${text}",${scores.TOXICITY}`)
  const file = await written('old.csv', ['comment,toxicity', ...rows].join('\n'))
  expect(await compare([file, '--json'])).toBe(0)
  const { texts, attributes } = JSON.parse(said)
  expect(texts).toBe(30)
  expect(attributes.TOXICITY.thresholds.map(({ old }: { old: number }) => old)).toEqual([0.5, 0.7, 0.8, 0.9])
  expect(attributes.TOXICITY.cautions).toContain('Fewer than 50 texts: these figures say little.')
})

test.each([
  ['too_few_texts', 'few.jsonl', JSON.stringify(lines[0])],
  ['too_few_texts', 'empty.jsonl', ''],
  ['table_broken', 'broken.csv', 'text,TOXICITY\n"never closed,0.5\n'],
])('%s is told by its code and a sentence', async (code, name, content) => {
  expect(await compare([await written(name, content)])).toBe(1)
  expect(complained).toMatch(new RegExp(`^${code}: .+\\.\n$`, 's'))
  expect(said).toBe('')
})

test('a plot that cannot be written is told after the table', async () => {
  const file = await written('again.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))
  expect(await compare([file, '--plot', join(folder, 'nowhere', 'plot.svg')])).toBe(1)
  expect(said).toContain('TOXICITY: 30 texts')
  expect(complained).toMatch(/^plot_unwritable: /)
})
