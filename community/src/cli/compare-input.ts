import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import {
  CompareError,
  columnsOf,
  delimiterOf,
  type Entry,
  parseOldLine,
  parseRow,
  rowsOf,
} from '../open/perspective/compare/index.ts'
import { linesOf } from './lines.ts'

/** Bytes after which the first line has to have ended, where it matters. */
const HEAD_AT_MOST = 64 * 1024
/** Entries that are read at once. */
const BATCH = 256

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])

async function* joined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

/** The beginning of a stream, up to the end of its first line, and the whole of it. */
async function peek(input: Readable): Promise<{ head: string; whole: Readable }> {
  const chunks: AsyncIterator<Buffer> = input[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  while (head.length < HEAD_AT_MOST && !head.includes('\n')) {
    const { value, done } = await chunks.next()
    if (done) break
    head = Buffer.concat([head, value as Buffer])
  }
  if (head.subarray(0, 3).equals(BYTE_ORDER_MARK)) head = head.subarray(3)
  return { head: head.toString('utf8').trimStart(), whole: Readable.from(joined(head, chunks)) }
}

async function* lineEntries(input: Readable): AsyncGenerator<Entry[]> {
  let at = 0
  for await (const lines of linesOf(input))
    yield lines.flatMap(({ text, tooLong }): Entry[] => {
      at++
      if (tooLong) return [{ at, found: 'line_too_long' }]
      return text.trim() === '' ? [] : [{ at, found: parseOldLine(text) }]
    })
}

/** Rows count as a spreadsheet counts them: the names of the columns are the first. */
async function* rowEntries(input: Readable, firstLine: string): AsyncGenerator<Entry[]> {
  let columns: ReturnType<typeof columnsOf> | undefined
  let batch: Entry[] = []
  let at = 0
  for await (const row of rowsOf(input, delimiterOf(firstLine))) {
    at++
    if (columns) batch.push({ at, found: parseRow(row, columns) })
    else columns = columnsOf(row)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  yield batch
}

function checkHead(head: string): void {
  if (head.startsWith('['))
    throw new CompareError(
      'one_json_list',
      'The file is one JSON list. Write one object a line: jq -c ".[]" list.json > lines.jsonl',
    )
  if (head.includes('\u0000'))
    throw new CompareError('not_utf8', 'The file is not plain text in UTF-8. Save it so, then compare again.')
}

/**
 * What stands in a file of old scores: JSON lines where it begins like them, else a table.
 * @throws CompareError
 */
export async function* entriesIn(input: Readable): AsyncGenerator<Entry[]> {
  try {
    const { head, whole } = await peek(input)
    checkHead(head)
    if (head.startsWith('{')) yield* lineEntries(whole)
    else yield* rowEntries(whole, head.split('\n', 1)[0]!)
  } finally {
    // Else whoever still writes to it would keep this process.
    input.destroy()
  }
}

/**
 * @param file its path, or "-" for what comes in
 * @throws CompareError where it cannot be read
 */
export async function* entriesOf(file: string): AsyncGenerator<Entry[]> {
  try {
    yield* entriesIn(file === '-' ? process.stdin : createReadStream(file))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
    throw new CompareError(
      'file_unreadable',
      `The file ${file} cannot be read. Is it there, and may this account read it?`,
    )
  }
}
