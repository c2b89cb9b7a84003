/** One entry of an archive, whole in memory: everything here is written in parts of a few megabytes. */
export interface Entry {
  name: string
  bytes: Buffer
}

const BLOCK = 512
const padding = (size: number) => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)

function octal(value: number, length: number): string {
  return `${value.toString(8).padStart(length - 1, '0')}\0`
}

function header(name: string, size: number, time: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error('A name in the archive is too long.')
  const block = Buffer.alloc(BLOCK)
  block.write(name, 0)
  block.write(octal(0o600, 8), 100)
  block.write(octal(0, 8), 108)
  block.write(octal(0, 8), 116)
  block.write(octal(size, 12), 124)
  block.write(octal(Math.floor(time / 1000), 12), 136)
  block.write(' '.repeat(8), 148)
  block.write('0', 156)
  block.write('ustar\u000000', 257)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

/** Writes a tar archive (ustar), which every system can open. */
export async function* writeTar(entries: AsyncIterable<Entry>, time: number): AsyncGenerator<Buffer> {
  for await (const { name, bytes } of entries) {
    yield header(name, bytes.length, time)
    yield bytes
    yield padding(bytes.length)
  }
  yield Buffer.alloc(BLOCK * 2)
}

/** Takes exact numbers of bytes from a stream that comes in pieces of any size. */
class Taker {
  readonly #source: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** Undefined when the stream ends before the first of them; shorter when it ends in between. */
  async take(size: number): Promise<Buffer | undefined> {
    const pieces = [this.#rest]
    let length = this.#rest.length
    while (length < size) {
      const { value, done } = await this.#source.next()
      if (done) break
      pieces.push(value)
      length += value.length
    }
    const all = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
    this.#rest = all.subarray(size)
    return length === 0 ? undefined : all.subarray(0, size)
  }
}

export class TornArchive extends Error {}

const text = (block: Buffer, from: number, length: number) =>
  block.toString('utf8', from, from + length).replace(/\0.*$/s, '')

function readHeader(block: Buffer): { name: string; size: number } {
  const sum = Number.parseInt(text(block, 148, 8), 8)
  const counted = Buffer.from(block)
    .fill(' ', 148, 156)
    .reduce((total, byte) => total + byte, 0)
  if (sum !== counted) throw new TornArchive()
  return { name: text(block, 0, 100), size: Number.parseInt(text(block, 124, 12), 8) }
}

/** Reads a tar archive entry by entry. Throws TornArchive where it is cut short or damaged. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const taker = new Taker(source)
  for (;;) {
    const block = await taker.take(BLOCK)
    if (block?.length !== BLOCK) throw new TornArchive()
    if (block.every((byte) => byte === 0)) return
    const { name, size } = readHeader(block)
    const bytes = size === 0 ? Buffer.alloc(0) : await taker.take(size)
    const pad = padding(size).length
    if (bytes?.length !== size || (pad > 0 && (await taker.take(pad))?.length !== pad))
      throw new TornArchive()
    yield { name, bytes }
  }
}
