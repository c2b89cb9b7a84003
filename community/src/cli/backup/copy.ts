import type pg from 'pg'

/** What of pg's connection COPY needs; its types leave it out. */
interface Wire {
  stream: { pause(): void; resume(): void }
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(message: string): void
}

/** Reads COPY ... TO STDOUT. Rows that nobody has taken yet hold the connection, not the memory. */
class CopyOut {
  readonly #text: string
  readonly #most: number
  #pieces: Buffer[] = []
  #size = 0
  #ended = false
  #error: Error | undefined
  #wire: Wire | undefined
  #wake: (() => void) | undefined

  constructor(text: string, most: number) {
    this.#text = text
    this.#most = most
  }

  submit(wire: Wire): void {
    this.#wire = wire
    wire.query(this.#text)
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    // The driver uses its buffer again.
    this.#pieces.push(Buffer.from(chunk))
    this.#size += chunk.length
    if (this.#size < this.#most) return
    this.#wire!.stream.pause()
    this.#wake?.()
  }

  handleError(error: Error): void {
    this.#error = error
    this.#ended = true
    this.#wake?.()
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#ended = true
    this.#wake?.()
  }

  /** Whole rows, in parts of about `most` bytes. */
  async *parts(): AsyncGenerator<Buffer> {
    for (;;) {
      if (this.#size < this.#most && !this.#ended)
        await new Promise<void>((resolve) => (this.#wake = resolve))
      if (this.#error) throw this.#error
      const part = Buffer.concat(this.#pieces)
      const last = this.#ended
      this.#pieces = []
      this.#size = 0
      this.#wire!.stream.resume()
      if (part.length > 0) yield part
      if (last) return
    }
  }
}

/** Copies a table out of the database, in its text format. */
export function copyOut(client: pg.ClientBase, text: string, most = 4_000_000): AsyncGenerator<Buffer> {
  const copy = new CopyOut(text, most)
  client.query(copy as unknown as pg.Submittable)
  return copy.parts()
}

/** Copies one part into a table. @returns how many rows it held */
export function copyIn(client: pg.ClientBase, text: string, bytes: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0
    const copy = {
      submit: (wire: Wire) => wire.query(text),
      handleCopyInResponse(wire: Wire) {
        const step = 64_000
        for (let at = 0; at < bytes.length; at += step) wire.sendCopyFromChunk(bytes.subarray(at, at + step))
        wire.endCopyFrom()
      },
      handleCommandComplete: ({ text: done }: { text: string }) => {
        rows = Number(/^COPY (\d+)/.exec(done)?.[1] ?? 0)
      },
      handleError: reject,
      handleReadyForQuery: () => resolve(rows),
    }
    client.query(copy as unknown as pg.Submittable)
  })
}
