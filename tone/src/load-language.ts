import { ToneError } from './error.ts'
import { fetchBytes } from './fetch-bytes.ts'
import { isOf, type Language } from './language/language.ts'
import type { ModelSource } from './load.ts'
import { modelOf, useLanguage } from './quick/by-language.ts'
import { makeQuickModel, type QuickModel } from './quick/model.ts'

/**
 * Languages besides English in which the quick reader was good enough (model/LANGUAGES_CARD.md), with where the model of each
 * lies. Written out one by one: bundlers look for addresses like these.
 */
const shipped: Record<string, () => URL> = {
  de: () => new URL('./model/quick-de.bin', import.meta.url),
  ko: () => new URL('./model/quick-ko.bin', import.meta.url),
  ru: () => new URL('./model/quick-ru.bin', import.meta.url),
  zh: () => new URL('./model/quick-zh.bin', import.meta.url),
}

/** Their tags. */
export const languages: readonly string[] = Object.keys(shipped)

const first = (tag: string): string => tag.toLowerCase().split('-')[0]!

/** Where the model of a language lies beside this package. */
export function placeOf(tag: string): URL {
  const place = shipped[first(tag)]
  if (place) return place()
  throw new ToneError(
    'model_missing',
    `No reading was measured in "${tag}". There are ${languages.join(', ')}, and English by loadQuick().`,
  )
}

/**
 * Makes the quick reader ready for a language besides English, once: from the file beside this package, from an address,
 * or from bytes that are at hand already. Every later `read` uses it for messages in that language.
 */
export async function loadLanguage(tag: string, from: ModelSource = placeOf(tag)): Promise<QuickModel> {
  if (from instanceof ArrayBuffer) return loadLanguage(tag, new Uint8Array(from))
  const bytes = from instanceof Uint8Array ? from : await fetchBytes(from)
  return useLanguage(makeQuickModel(bytes, first(tag)))
}

/** The language to load for a message to be read as it should, going by what its reading says; nothing where all is well. */
export function languageToLoad({ tag, measured }: Language): string | undefined {
  const own = first(tag)
  return !measured && own in shipped && isOf(tag, own) && !modelOf(tag) ? own : undefined
}
