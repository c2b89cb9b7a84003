import { ToneError } from './error.ts'
import { languageOf } from './language/language.ts'
import { modelOf as modelOfLanguage } from './quick/by-language.ts'
import type { QuickModel } from './quick/model.ts'
import { readQuick } from './quick/read-quick.ts'
import type { Reading } from './reading.ts'

/** What was said before, where the reading may turn on it. Never scored itself. */
export interface Context {
  /** Words of somebody else that stand again in the message; they are read as a quotation. */
  quoted?: string | string[]
  /** The message that this one answers. */
  answering?: string
}

export interface ReadOptions {
  context?: Context
  /** Which reader: the quick one. `readCarefully` knows the other. */
  reader?: 'quick'
  /** BCP 47, where it is known better than by looking. */
  lang?: string
  /** Another model than those that were loaded; it reads whatever the language. */
  model?: QuickModel
}

/** Units of the longest text that is read. */
export const TEXT_AT_MOST = 4_000_000

let loaded: QuickModel | undefined

/** Keeps a model for every `read` that names none. */
export function useQuick(model: QuickModel): QuickModel {
  loaded = model
  return model
}

function modelOf({ model, reader }: ReadOptions): QuickModel {
  if (reader !== undefined && reader !== 'quick')
    throw new ToneError(
      'reader_missing',
      `"quick" is the reader that answers at once; await readCarefully() for "${reader}".`,
    )
  const found = model ?? loaded
  if (!found)
    throw new ToneError(
      'model_missing',
      'No model is loaded yet: await loadQuick() once before the first read.',
    )
  return found
}

/** Throws for what cannot be read at all. */
export function checkText(text: string): void {
  if (typeof text !== 'string') throw new ToneError('text_not_string', 'A text to read is a string.')
  if (text.length > TEXT_AT_MOST)
    throw new ToneError('text_too_long', `A text may have up to ${TEXT_AT_MOST / 1e6} million characters.`)
}

/**
 * Reads a message: how it may be felt, which words carry it, whether a pause is worth it. Nothing leaves the
 * device and nothing is kept. Throws a ToneError for what cannot be read at all.
 */
export function read(text: string, options: ReadOptions = {}): Reading {
  checkText(text)
  return readQuick(modelOf(options), text, {
    context: options.context,
    language: (normalised) => languageOf(normalised, options.lang),
    modelOf: options.model ? undefined : modelOfLanguage,
  })
}
