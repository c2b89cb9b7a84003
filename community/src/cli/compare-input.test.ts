import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import type { Entry } from '../open/perspective/compare/index.ts'
import { entriesIn, entriesOf } from './compare-input.ts'

async function all(batches: AsyncIterable<Entry[]>): Promise<Entry[]> {
  const found: Entry[] = []
  for await (const batch of batches) found.push(...batch)
  return found
}

const read = (...pieces: (string | Buffer)[]) =>
  all(entriesIn(Readable.from(pieces.map((piece) => Buffer.from(piece)))))

const toxic = (at: number, text: string, score: number) => ({
  at,
  found: { text, scores: new Map([['TOXICITY', score]]) },
})

test('JSON lines, by the numbers that an editor shows, however they were cut', async () => {
  const line = '{"text":"Schön.","scores":{"TOXICITY":0.1}}\n'
  const bytes = [...Buffer.from(line)].map((byte) => Buffer.of(byte))
  expect(await read(...bytes, '\n', 'oops\n', line.trimEnd())).toEqual([
    toxic(1, 'Schön.', 0.1),
    { at: 3, found: 'not_json' },
    toxic(4, 'Schön.', 0.1),
  ])
})

test('a table, by the numbers that a spreadsheet shows, with the mark that some programs set before it', async () => {
  const mark = Buffer.from([0xef, 0xbb, 0xbf])
  const table = 'id;text;TOXICITY\r\n1;"Two\nlines";0,5\r\n2;;0,5\r\n'
  expect(await read(mark, table)).toEqual([toxic(2, 'Two\nlines', 0.5), { at: 3, found: 'no_text' }])
})

test('more rows than are read at once', async () => {
  const rows = Array.from({ length: 600 }, (_, at) => `row ${at},0.5\n`)
  const found = await read('text,TOXICITY\n', ...rows)
  expect(found).toHaveLength(600)
  expect(found.at(-1)).toEqual(toxic(601, 'row 599', 0.5))
})

test.each([
  ['one_json_list', Buffer.from(' [{"text":"secret"}]')],
  ['not_utf8', Buffer.from('text,TOXICITY\nsecret,1', 'utf16le')],
  ['no_text_column', Buffer.from('secret\nmore\n')],
])('%s: a sentence that repeats nothing', async (code, content) => {
  await expect(read(content)).rejects.toMatchObject({ code, message: expect.not.stringContaining('secret') })
})

test('nothing is nothing', async () => {
  expect(await read('')).toEqual([])
})

test('a file that is not there', async () => {
  await expect(all(entriesOf('/nowhere/old.csv'))).rejects.toMatchObject({
    code: 'file_unreadable',
    message: 'The file /nowhere/old.csv cannot be read. Is it there, and may this account read it?',
  })
  await expect(all(entriesOf('/tmp'))).rejects.toMatchObject({ code: 'file_unreadable' })
})
