import { ToneError } from '../error.ts'
import type { Reading } from '../reading.ts'
import type { About, AskedFor, FromWorker, Place, Port } from './protocol.ts'

interface Waiting {
  resolve(reading: Reading): void
  reject(error: Error): void
}

/** The careful reader as seen from outside of its worker: what it is asked waits in line and is answered in order. */
export class CarefulReader {
  readonly about: About
  readonly #port: Port
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0
  #ending = false
  #broken: string | undefined

  private constructor(port: Port, about: About) {
    this.#port = port
    this.about = about
    port.listen(
      (message) => this.#hear(message),
      (why) => this.#fail(why),
    )
    port.hold(false)
  }

  /** Has a worker load both models; where that fails, it ends. */
  static async start(port: Port, careful: Place, quick: Place): Promise<CarefulReader> {
    const heard = new Promise<FromWorker>((resolve) => {
      port.listen(resolve, (message) => resolve({ kind: 'refused', code: 'reader_failed', message }))
    })
    port.post({ kind: 'load', careful, quick })
    const message = await heard
    if (message.kind === 'ready') return new CarefulReader(port, message.about)
    port.end()
    if (message.kind === 'refused') throw new ToneError(message.code, message.message)
    throw new ToneError('reader_failed', 'The careful reader answered before it was asked.')
  }

  /** False once its worker broke. */
  get alive(): boolean {
    return this.#broken === undefined
  }

  read(text: string, options: AskedFor): Promise<Reading> {
    return new Promise((resolve, reject) => {
      if (this.#broken !== undefined) throw new ToneError('reader_failed', this.#broken)
      const id = this.#asked++
      this.#waiting.set(id, { resolve, reject })
      if (this.#waiting.size === 1) this.#port.hold(true)
      this.#port.post({ kind: 'read', id, text, options })
    })
  }

  /** Lets the worker go once all that was asked is answered. */
  end(): void {
    this.#ending = true
    this.#settle()
  }

  #settle(): void {
    if (this.#waiting.size > 0) return
    this.#port.hold(false)
    if (!this.#ending) return
    this.#port.end()
    this.#broken ??= 'The careful reader was ended.'
  }

  #hear(message: FromWorker): void {
    if (message.kind === 'ready' || message.id === undefined) return
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.kind === 'reading') waiting?.resolve(message.reading)
    else waiting?.reject(new ToneError(message.code, message.message))
    this.#settle()
  }

  #fail(why: string): void {
    this.#broken ??= why
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of waiting) reject(new ToneError('reader_failed', why))
  }
}
