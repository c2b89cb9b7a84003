import { type CarefulOptions, readCarefully } from './careful/read-carefully.ts'
import { ToneError } from './error.ts'
import type { ModelSource } from './load.ts'
import { languageToLoad, loadLanguage } from './load-language.ts'
import { read } from './read.ts'
import type { Reading } from './reading.ts'

export interface InItsLanguageOptions extends CarefulOptions {
  /** Where the model of a language lies, or nothing where it is not to be had; beside this package unless given. */
  from?: (tag: string) => ModelSource | undefined
  /** Hears of a model that could not be had. Its messages get no verdict until it can. */
  failed?: (tag: string, error: ToneError) => void
}

/** Makes `readInItsLanguage` of a way to load languages. */
export function inItsLanguage(load: typeof loadLanguage) {
  const running = new Map<string, Promise<unknown>>()

  /** Loads a language once, however many ask at the same time; what failed is tried again when it is next wanted. */
  function once(tag: string, source: ModelSource | undefined): Promise<unknown> {
    const loading = running.get(tag) ?? load(tag, source).finally(() => running.delete(tag))
    running.set(tag, loading)
    return loading
  }

  /** Whether the model of a language is there, or comes. */
  async function isThere(tag: string, { from, failed }: InItsLanguageOptions): Promise<boolean> {
    const source = from?.(tag)
    if (from && source === undefined) return false
    try {
      await once(tag, source)
      return true
    } catch (error) {
      if (!(error instanceof ToneError)) throw error
      failed?.(tag, error)
      return false
    }
  }

  return async function readInItsLanguage(
    text: string,
    options: InItsLanguageOptions = {},
  ): Promise<Reading> {
    const { from, failed, quick, ...reading } = options
    // The careful reader knows English alone; who insists on it gets its answer.
    if (options.reader === 'careful') return readCarefully(text, reading)
    const { context, lang } = reading
    const first = quick ?? read(text, { context, lang })
    const wanted = languageToLoad(first.language)
    const again = wanted !== undefined && (await isThere(wanted, options))
    return readCarefully(text, { ...reading, quick: again ? undefined : first })
  }
}

/**
 * `readCarefully`, with the model of the message's language loaded first where there is one.
 *
 * @throws ToneError as `readCarefully`; never for a language that could not be loaded, which is read without a verdict
 */
export const readInItsLanguage = inItsLanguage(loadLanguage)
