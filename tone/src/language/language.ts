import { stopWords } from './stop-words.ts'

export interface Language {
  /** BCP 47; `und` where it cannot be told, with the script where that can ("und-Cyrl"). */
  tag: string
  /** Whether the reading was measured in it; where it was not, there is no verdict. */
  measured: boolean
}

/** Languages the quick reader was trained on and measured in. */
const MEASURED = new Set(['en'])

const scripts: [string, RegExp][] = [
  ['und-Cyrl', /\p{Script=Cyrillic}/gu],
  ['und-Arab', /\p{Script=Arabic}/gu],
  ['und-Hebr', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['und-Hani', /\p{Script=Han}/gu],
  ['und-Deva', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
]
const LATIN = /\p{Script=Latin}/gu
const LETTERS = /\p{L}/gu

// Not the halves of a hyphened word: de-icing is no French.
const WORDS = /(?<![-\p{L}'])\p{L}[\p{L}']*(?![-\p{L}'])/gu

/** What is looked at of a long text. */
const LOOKED_AT = 4_000

const sets = Object.entries(stopWords).map(
  ([tag, words]) => [tag, new Set(words.split(/\s+/).filter((word) => word !== ''))] as const,
)

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** A script other than Latin that most letters are of. */
function otherScript(text: string): string | undefined {
  const letters = count(text, LETTERS)
  if (letters === 0 || count(text, LATIN) * 2 > letters) return undefined
  const counts = scripts.map(([tag, pattern]) => [tag, count(text, pattern)] as const)
  // Japanese writes Han as well; where there is kana, the Han is hers.
  if (counts.find(([tag, found]) => tag === 'ja' && found * 10 > letters)) return 'ja'
  const [tag, found] = counts.reduce((most, one) => (one[1] > most[1] ? one : most))
  return found > 0 ? tag : 'und'
}

/** English unless another language's small words are clearly more: short messages have few of any. */
function latinLanguage(text: string): string {
  const words = text.match(WORDS) ?? []
  if (words.length === 0) return 'und'
  let [best, most, english] = ['en', 0, 0]
  for (const [tag, set] of sets) {
    let found = 0
    for (const word of words) if (set.has(word)) found++
    if (tag === 'en') english = found
    if (found > most) [best, most] = [tag, found]
  }
  if (best === 'en' || most - english < (words.length < 4 ? 1 : 2))
    return isForeign(text, english, words.length) ? 'und' : 'en'
  return best
}

/** Many letters that English does not write, and hardly an English word beside them. */
function isForeign(text: string, english: number, words: number): boolean {
  const latin = count(text, LATIN)
  return (latin - count(text, /[a-z]/g)) * 6 > latin && english * 5 < words
}

const hasNoWords = (text: string): boolean => !/\p{L}/u.test(text)

/**
 * Which language a message is in, by its script and its smallest words. English unless something speaks against
 * it; a message without letters (an emoji, a number) reads the same in every language and counts as English.
 */
export function languageOf(normalised: string, hint?: string): Language {
  const tag = hint ?? detect(normalised.slice(0, LOOKED_AT))
  return { tag, measured: MEASURED.has(tag.toLowerCase().split('-')[0]!) }
}

function detect(text: string): string {
  if (hasNoWords(text)) return 'en'
  return otherScript(text) ?? latinLanguage(text)
}
