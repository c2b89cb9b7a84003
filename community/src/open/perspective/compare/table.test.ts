import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { CompareError } from './error.ts'
import { columnsOf, delimiterOf, parseRow, rowsOf } from './table.ts'

async function rows(text: string, delimiter = ','): Promise<string[][]> {
  const found: string[][] = []
  // Cut anywhere, as it comes from a pipe.
  const pieces = text.match(/.{1,7}/gs) ?? []
  const input = Readable.from(pieces.map((piece) => Buffer.from(piece)))
  for await (const row of rowsOf(input, delimiter)) found.push(row)
  return found
}

test('quotes, quotes within quotes and line breaks within quotes', async () => {
  expect(await rows('text,TOXICITY\r\n"One, ""two""\nthree",0.5\r\nfour,0.1')).toEqual([
    ['text', 'TOXICITY'],
    ['One, "two"\nthree', '0.5'],
    ['four', '0.1'],
  ])
})

test('a quote amid a field is a quote, and empty lines are none', async () => {
  expect(await rows('text\tTOXICITY\n\nShe said "no"\t0.5\n', '\t')).toEqual([
    ['text', 'TOXICITY'],
    ['She said "no"', '0.5'],
  ])
})

test('a quote that is never closed: the row is named, nothing of it repeated', async () => {
  const broken = rows('text,TOXICITY\nfine,0.5\n"secret,0.1\nmore,0.2\n')
  await expect(broken).rejects.toMatchObject({
    code: 'table_broken',
    message: expect.stringMatching(/^Row 3 /),
  })
  await expect(broken).rejects.toMatchObject({ message: expect.not.stringContaining('secret') })
  const endless = rows(`text,TOXICITY\n"${'secret '.repeat(200_000)}`)
  await expect(endless).rejects.toMatchObject({
    code: 'table_broken',
    message: expect.stringMatching(/^Row 2 /),
  })
})

test('what cannot be read on is told as it is', async () => {
  const input = new Readable({
    read() {
      this.destroy(Object.assign(new Error('gone'), { code: 'EIO' }))
    },
  })
  const found = (async () => {
    for await (const _ of rowsOf(input, ','));
  })()
  await expect(found).rejects.toMatchObject({ code: 'EIO' })
})

test('columns are found by name, in either case, in any order', () => {
  expect(columnsOf(['id', 'toxicity', ' Comment ', 'INSULT'])).toEqual({
    count: 4,
    text: 2,
    attributes: [
      { name: 'toxicity', at: 1 },
      { name: 'INSULT', at: 3 },
    ],
  })
  expect(columnsOf(['body', 'text', 'SPAM']).text).toBe(1)
})

test.each([
  ['no_text_column', ['You are a secret', '0.8']],
  ['no_score_column', ['text', 'score']],
])('%s: told without repeating what stands there', (code, header) => {
  const found = () => columnsOf(header)
  expect(found).toThrow(CompareError)
  expect(found).toThrow(expect.objectContaining({ code, message: expect.not.stringContaining('secret') }))
})

test.each([
  ['text,TOXICITY', ','],
  ['text\tTOXICITY', '\t'],
  ['text;TOXICITY', ';'],
  ['text', ','],
])('%j is parted by %j', (line, sign) => {
  expect(delimiterOf(line)).toBe(sign)
})

test('rows', () => {
  const columns = columnsOf(['text', 'TOXICITY', 'INSULT'])
  const toxic = (score: number) => ({ text: 'Hm.', scores: new Map([['TOXICITY', score]]) })
  expect(parseRow(['Hm.', '0.8', ''], columns)).toEqual(toxic(0.8))
  expect(parseRow(['Hm.', ' 0,8 ', 'NA'], columns)).toEqual(toxic(0.8))
  expect(parseRow(['Hm.', '8e-1', ''], columns)).toEqual(toxic(0.8))
  expect(parseRow(['Hm.', '0.8'], columns)).toBe('columns_differ')
  expect(parseRow(['Hm.', '', ''], columns)).toBe('no_scores')
  expect(parseRow(['Hm.', '0x1', ''], columns)).toBe('score_wrong')
  expect(parseRow(['', '0.8', ''], columns)).toBe('no_text')
})
