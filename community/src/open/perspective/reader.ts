import {
  type Attribute,
  type CarefulOptions,
  type CarefulReader,
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
import { first } from './tag.ts'
import { Turns } from './turns.ts'

/** Quick alone, careful alone, or quick and where it is unsure careful. */
export type ReaderName = NonNullable<CarefulOptions['reader']>

const ENGLISH = 'en'
/** Characters of the longest text for which `auto` may ask the careful reader: longer ones would keep others waiting. */
const CAREFULLY_AT_MOST = 2_000
/** Milliseconds after which a reader that failed is loaded anew. */
const TRY_AGAIN = 60_000

/** Why a reading failed: a stable code and a sentence for the operator, never anything of a text. */
export interface Failure {
  code: string
  message: string
}

function failureOf(error: unknown): Failure {
  const { code = 'reader_failed', message } = error as { code?: string; message: string }
  return { code, message }
}

const CAREFUL_BROKE: Failure = {
  code: 'careful_reader_failed',
  message: 'The careful reader broke off, so the quick one reads everything.',
}

/** What was measured in each language. */
type Measured = ReadonlyMap<string, ReadonlySet<Attribute>>
const NOTHING: ReadonlySet<Attribute> = new Set()

/** How models come. */
interface Loading {
  /** The quick reader and every language. */
  plain(): Promise<unknown>
  careful(): Promise<CarefulReader>
}

export interface ReaderOptions {
  load?: Partial<Loading>
  /** Hears of every failure, of loading as of reading, once a try. */
  failed?(failure: Failure): void
}

/** What scores are read with. Where it fails nothing is scored, and after a minute it is loaded anew. */
export class PerspectiveReader {
  readonly name: ReaderName
  readonly #options: ReaderOptions
  #failure: Failure | undefined
  #measured: Measured = new Map()
  #careful: CarefulReader | undefined
  /** Whether it is to be loaded anew, or just being so. */
  #mending = false

  private constructor(name: ReaderName, options: ReaderOptions) {
    this.name = name
    this.#options = options
  }

  /** Loads what the reader needs. Where that fails the server runs on, says why at /readyz, and scores nothing. */
  static async start(name: ReaderName, options: ReaderOptions = {}): Promise<PerspectiveReader> {
    const reader = new PerspectiveReader(name, options)
    await reader.#load()
    return reader
  }

  async #load(): Promise<void> {
    const { plain, careful } = { ...loading, ...this.#options.load }
    try {
      if (!this.#isPlainThere) {
        await plain()
        this.#measured = measuredNow()
      }
      // Where only the careful half is missing, auto goes on with the quick one.
      if (this.name !== 'careful') this.#failure = undefined
      if (this.name !== 'quick') this.#careful = await careful()
      this.#failure = undefined
      this.#mending = false
    } catch (error) {
      const failure = failureOf(error)
      if (!this.#isPlainThere || this.name === 'careful') this.#failure = failure
      this.#mending = false
      this.#mend(failure)
    }
  }

  get #isPlainThere(): boolean {
    return this.#measured.size > 0
  }

  #mend(failure: Failure): void {
    if (this.#mending) return
    this.#mending = true
    this.#options.failed?.(failure)
    setTimeout(() => void this.#load(), TRY_AGAIN).unref()
  }

  /** Why nothing is scored; undefined where all is well. */
  get failure(): Failure | undefined {
    return this.#failure
  }

  /** What is answered in a language: nothing where nobody measured it. */
  attributesIn(tag: string): ReadonlySet<Attribute> {
    const plain = first(tag)
    const measured = this.#measured.get(plain) ?? NOTHING
    if (tag === plain || measured === NOTHING) return measured
    // "de-AT" is German, and "zh-TW" is written otherwise than what was measured: the reader itself knows.
    return read('', { lang: tag }).language.measured ? measured : NOTHING
  }

  /** Resolves when it is this text's turn to be read: a long one waits for those before it. */
  turn(text: string): Promise<void> {
    return turns.wait(text)
  }

  /** The quick reading, for what does not need more: which language it is, one sentence of many. */
  glance(text: string, lang?: string): Reading {
    if (this.#failure) throw readerMissing()
    return read(text, { lang })
  }

  /**
   * @param lang a language alone, as in "de"
   * @param seen what a glance at the same text gave
   * @throws Refusal 503 where there is no reading
   */
  async read(text: string, lang: string, seen: Reading): Promise<Reading> {
    const quick = seenAs(lang, seen)
    if (
      lang !== ENGLISH ||
      this.name === 'quick' ||
      (this.name === 'auto' && text.length > CAREFULLY_AT_MOST)
    )
      return quick ?? this.glance(text, lang)
    if (this.#failure) throw readerMissing()
    if (this.name === 'auto' && this.#careful?.alive === false) this.#mend(CAREFUL_BROKE)
    try {
      return await readCarefully(text, { reader: this.name, lang, ...(quick ? { quick } : {}) })
    } catch (error) {
      if (!(error instanceof ToneError)) throw error
      this.#failure = failureOf(error)
      this.#mend(this.#failure)
      throw readerMissing()
    }
  }
}

/** A glance as the reading in a language, where the same model reads that: a language without one is read as English. */
function seenAs(lang: string, seen: Reading): Reading | undefined {
  const { tag, measured } = seen.language
  if (measured) return first(tag) === lang ? seen : undefined
  return lang === ENGLISH ? { ...seen, language: { tag: ENGLISH, measured: true } } : undefined
}

function measuredNow(): Measured {
  const of = (tag: string) => Object.keys(read('', { lang: tag }).scores) as Attribute[]
  return new Map([ENGLISH, ...languages].map((tag) => [tag, new Set(of(tag))]))
}

/** Of the whole process: it has one thread to read on. */
const turns = new Turns()

let plainModels: Promise<unknown> | undefined

const loading: Loading = {
  /** Once, however many readers there are. */
  plain() {
    plainModels ??= Promise.all([loadQuick(), ...languages.map((tag) => loadLanguage(tag))])
    plainModels.catch(() => {
      plainModels = undefined
    })
    return plainModels
  },
  careful: () => loadCareful(),
}
