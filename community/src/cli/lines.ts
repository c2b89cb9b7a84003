import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

/** Units of the longest line that is taken; what is longer is answered as an error and let go by. */
export const LONGEST_LINE = 8_000_000
const BATCH = 64 * 1024

export interface Line {
  text: string
  tooLong: boolean
}

/** The lines of a stream, one after the other, never the whole of it. */
export async function* linesOf(input: Readable): AsyncGenerator<Line[]> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let skipping = false
  for await (const chunk of input) {
    const parts = (rest + decoder.write(chunk as Buffer)).split('\n')
    rest = parts.pop()!
    const lines = parts.map((text) => ({ text, tooLong: text.length > LONGEST_LINE }))
    if (skipping && lines.length > 0) {
      lines[0] = { text: '', tooLong: true }
      skipping = false
    }
    if (rest.length > LONGEST_LINE) {
      rest = ''
      skipping = true
    }
    if (lines.length > 0) yield lines
  }
  rest += decoder.end()
  if (rest !== '' || skipping) yield [{ text: rest, tooLong: skipping || rest.length > LONGEST_LINE }]
}

/** Gathers small writes into large ones and waits where the other end is slow. */
export class Out {
  readonly #output: Writable
  #parts: string[] = []
  #size = 0
  #error: NodeJS.ErrnoException | undefined

  constructor(output: Writable) {
    this.#output = output
    output.on('error', (error) => {
      this.#error = error
    })
  }

  /** True once nobody listens any more (`| head`): time to stop, and nothing to complain about. */
  get closed(): boolean {
    return this.#error?.code === 'EPIPE'
  }

  add(text: string): void {
    this.#parts.push(text)
    this.#size += text.length
  }

  async settle(force = false): Promise<void> {
    if (this.#size === 0 || (!force && this.#size < BATCH)) return
    const whole = this.#parts.join('')
    this.#parts = []
    this.#size = 0
    try {
      if (!this.#error && !this.#output.write(whole)) await once(this.#output, 'drain')
    } catch (error) {
      this.#error = error as NodeJS.ErrnoException
    }
    if (this.#error && !this.closed) throw this.#error
  }
}
