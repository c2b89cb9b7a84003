/**
 * PostgreSQL's word stems by language, those that version 15 brings. A language that is not here is searched
 * by whole words.
 */
export const stemmers = {
  ar: 'arabic',
  hy: 'armenian',
  eu: 'basque',
  ca: 'catalan',
  da: 'danish',
  nl: 'dutch',
  en: 'english',
  fi: 'finnish',
  fr: 'french',
  de: 'german',
  el: 'greek',
  hi: 'hindi',
  hu: 'hungarian',
  id: 'indonesian',
  ga: 'irish',
  it: 'italian',
  lt: 'lithuanian',
  ne: 'nepali',
  nb: 'norwegian',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  es: 'spanish',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
  yi: 'yiddish',
} as const

export type SearchConfiguration = (typeof stemmers)[keyof typeof stemmers] | 'simple'

/** The configuration for a BCP 47 tag: "pt-BR" is searched as Portuguese. */
export function configurationOf(tag: string): SearchConfiguration {
  const language = tag.toLowerCase().split('-')[0]!
  return language in stemmers ? stemmers[language as keyof typeof stemmers] : 'simple'
}

/** Stems are the beginning of the word in these, so that few words need to be asked about. */
const PREFIXING: ReadonlySet<string> = new Set([
  'arabic',
  'indonesian',
  'nepali',
  'dutch',
  'tamil',
  'hindi',
  'irish',
])

/** True where a stem may begin otherwise than its word does. */
export function changesBeginnings(configuration: string): boolean {
  return PREFIXING.has(configuration)
}
