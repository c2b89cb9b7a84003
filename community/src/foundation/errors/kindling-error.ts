import type { Translator } from '../i18n/translator.ts'
import type { Phrase, WordParams } from '../i18n/words.ts'

/** What a sentence's parameters stand for; a phrase among them is put into words with it. */
export type ErrorValues = Readonly<Record<string, string | number | Phrase | undefined>>

export interface KindlingErrorOptions {
  /** The HTTP status it becomes when it reaches a request. */
  status?: number
  values?: ErrorValues | undefined
  /** What a program may want to know: ids, limits, names of fields. Never what people wrote. */
  details?: Record<string, unknown>
  cause?: unknown
}

/**
 * Something that went wrong in a way we know. The code stays the same over versions and is all that a log
 * or a stack shows; the phrase says what a person can do, in words that their translator chooses.
 */
export class KindlingError extends Error {
  override readonly name: string = 'KindlingError'
  readonly code: string
  readonly status: number
  readonly details?: Record<string, unknown>
  readonly #says: Phrase
  readonly #values: ErrorValues | undefined

  constructor(code: string, says: Phrase, options: KindlingErrorOptions = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.status = options.status ?? 500
    this.#says = says
    this.#values = options.values
    if (options.details) this.details = options.details
  }

  /** What to tell the person whose language `t` speaks. */
  sentence(t: Translator): string {
    return t(this.#says, inWords(this.#values, t))
  }
}

function inWords(values: ErrorValues = {}, t: Translator): WordParams {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' ? t(value) : (value ?? ''),
    ]),
  )
}
