import type { ToneErrorCode } from '../error.ts'
import type { Context } from '../read.ts'
import type { Reading } from '../reading.ts'
import type { Ask } from './ask.ts'

/** Where a model is, in a form that can be sent: bytes, or an address. */
export type Place = Uint8Array | string

/** What may be said to the one who reads, besides the text. */
export interface AskedFor {
  context?: Context
  lang?: string
}

/** What a loaded careful model is. */
export interface About {
  name: string
  version: string
  /** The quick model it reads together with. */
  quick: string
  ask: Ask
}

export type ToWorker =
  | { kind: 'load'; careful: Place; quick: Place }
  | { kind: 'read'; id: number; text: string; options: AskedFor }

export type FromWorker =
  | { kind: 'ready'; about: About }
  | { kind: 'reading'; id: number; reading: Reading }
  /** `id` of the message that could not be read; none: the models could not be loaded. */
  | { kind: 'refused'; id?: number; code: ToneErrorCode; message: string }

/** A worker, whatever kind it is. */
export interface Port {
  post(message: ToWorker): void
  /** `fail` is called when the worker itself breaks. */
  listen(hear: (message: FromWorker) => void, fail: (why: string) => void): void
  /** Whether a process should stay for it: while something is asked of it. */
  hold(busy: boolean): void
  end(): void
}
