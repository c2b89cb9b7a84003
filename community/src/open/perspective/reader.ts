import {
  languages,
  loadCareful,
  loadLanguage,
  loadQuick,
  type Reading,
  read,
  readCarefully,
  ToneError,
} from '@kindling/tone'
import { readerMissing } from './refusal.ts'

export const readers = ['quick', 'careful', 'auto'] as const
export type ReaderName = (typeof readers)[number]

/** Characters of the longest text for which `auto` may ask the careful reader: longer ones would keep others waiting. */
const CAREFULLY_AT_MOST = 2_000

/** Why a reading failed: a stable code and a sentence for the operator, never anything of a text. */
export interface Failure {
  code: string
  message: string
}

function failureOf(error: unknown): Failure {
  const { code = 'reader_failed', message } = error as { code?: string; message: string }
  return { code, message }
}

/** What scores are read with: quick alone, careful alone, or quick and where it is unsure careful. */
export class PerspectiveReader {
  readonly name: ReaderName
  #failure: Failure | undefined = { code: 'reader_loading', message: 'The reading is still loading.' }

  private constructor(name: ReaderName) {
    this.name = name
  }

  /** Loads what the reader needs. Where that fails the server runs on, says why at /readyz, and scores nothing. */
  static async start(name: ReaderName, load = loadModels) {
    const reader = new PerspectiveReader(name)
    try {
      await load(name)
      reader.#failure = undefined
    } catch (error) {
      reader.#failure = failureOf(error)
    }
    return reader
  }

  /** Undefined where all is well. */
  get failure(): Failure | undefined {
    return this.#failure
  }

  /** The quick reading, for what does not need more: which language it is, one sentence of many. */
  glance(text: string, lang?: string): Reading {
    if (this.#failure) throw readerMissing()
    return read(text, { lang })
  }

  /**
   * @param seen what a glance at the same text gave
   * @throws Refusal 503 where there is no reading
   */
  async read(text: string, lang: string, seen: Reading): Promise<Reading> {
    if (lang !== 'en' || this.name === 'quick' || (this.name === 'auto' && text.length > CAREFULLY_AT_MOST))
      return seen.language.measured && seen.language.tag === lang ? seen : this.glance(text, lang)
    if (this.#failure) throw readerMissing()
    try {
      return await readCarefully(text, { reader: this.name, lang })
    } catch (error) {
      if (!(error instanceof ToneError)) throw error
      this.#failure = failureOf(error)
      throw readerMissing()
    }
  }
}

async function loadModels(name: ReaderName): Promise<void> {
  await loadQuick()
  await Promise.all(languages.map((tag) => loadLanguage(tag)))
  if (name !== 'quick') await loadCareful()
}
