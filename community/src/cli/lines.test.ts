import { Readable, Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { LONGEST_LINE, linesOf, Out } from './lines.ts'

async function read(chunks: (string | Buffer)[]): Promise<{ text: string; tooLong: boolean }[]> {
  const found = []
  for await (const lines of linesOf(Readable.from(chunks.map((chunk) => Buffer.from(chunk)))))
    found.push(...lines)
  return found
}

const texts = async (chunks: (string | Buffer)[]) => (await read(chunks)).map(({ text }) => text)

test('lines come whole, however they were cut on the way', async () => {
  expect(await texts(['one\ntw', 'o\n\nthr', 'ee'])).toEqual(['one', 'two', '', 'three'])
})

test('a character cut in two on the way is put together', async () => {
  const bytes = Buffer.from('für dich 🙂\n')
  expect(await texts([...bytes].map((byte) => Buffer.of(byte)))).toEqual(['für dich 🙂'])
})

test('nothing is nothing', async () => {
  expect(await texts([])).toEqual([])
  expect(await texts(['\n'])).toEqual([''])
})

test('a line longer than anybody needs is let go by, and those around it are kept', async () => {
  const piece = 'x'.repeat(1_000_000)
  const chunks = ['before\n', ...new Array(LONGEST_LINE / 1e6 + 2).fill(piece), '\nafter\n']
  expect((await read(chunks)).map(({ text, tooLong }) => [text.slice(0, 9), tooLong])).toEqual([
    ['before', false],
    ['', true],
    ['after', false],
  ])
})

test('what is written is gathered, and waits for a reader that is slow', async () => {
  const written: string[] = []
  const slow = new Writable({
    highWaterMark: 10,
    write(chunk, _, done) {
      written.push(String(chunk))
      setTimeout(done, 5)
    },
  })
  const out = new Out(slow)
  out.add('a')
  out.add('b')
  await out.settle()
  expect(written).toEqual([])
  await out.settle(true)
  expect(written).toEqual(['ab'])
  out.add('x'.repeat(100))
  const begin = performance.now()
  await out.settle(true)
  expect(performance.now() - begin).toBeGreaterThan(3)
})

const failing = (code: string): Writable =>
  new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('no'), { code })),
  })

test('when nobody listens any more it is closed; any other failure is told', async () => {
  const out = new Out(failing('EPIPE'))
  out.add('a')
  await out.settle(true)
  await new Promise(setImmediate)
  expect(out.closed).toBe(true)
  const full = new Out(failing('ENOSPC'))
  full.add('a')
  await full.settle(true).catch(() => {})
  await new Promise(setImmediate)
  full.add('b')
  await expect(full.settle(true)).rejects.toMatchObject({ code: 'ENOSPC' })
})
