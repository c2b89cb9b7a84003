import { count } from './count.ts'
import { otherScript } from './scripts.ts'
import { english, others } from './stop-words.ts'

export interface Language {
  /** BCP 47; `und` where it cannot be told, with the script where that can ("und-Cyrl"). */
  tag: string
  /** Whether the reading was measured in it; where it was not, there is no verdict. */
  measured: boolean
}

/** Chinese was measured in the signs of the mainland. */
const OTHERWISE_WRITTEN = new Set(['hant', 'tw', 'hk', 'mo'])

/** Whether a tag is of a language, written as it was measured in. */
export function isOf(tag: string, language: string): boolean {
  const [first, ...others] = tag.toLowerCase().split('-')
  return first === language && !(language === 'zh' && others.some((one) => OTHERWISE_WRITTEN.has(one)))
}

const LATIN = /\p{Script=Latin}/gu

// Not the halves of a hyphened word (de-icing is no French), not names, addresses or single letters.
const WORDS = /(?<![-\p{L}\p{N}'@#/.])\p{L}[\p{L}']+(?![-\p{L}'@/])/gu
/** The same where there is nothing but ASCII. */
const PLAIN_WORDS = /(?<![-\w'@#/.])[a-z][a-z']+(?![-\w'@/])/g
const PLAIN = /^[\0-\x7f]*$/

/** What is looked at of a long text. */
const LOOKED_AT = 4_000

const list = (words: string): Set<string> => new Set(words.split(/\s+/).filter((word) => word !== ''))
const languages = Object.entries(others).map(([tag, signs]) => ({ tag, ...signs }))

/** For each small word, the languages it is of: bit 0 for English, then in order. */
const smallWords = new Map<string, number>()
for (const [bit, words] of [english, ...languages.map(({ words: own }) => own)].entries())
  for (const word of list(words)) smallWords.set(word, (smallWords.get(word) ?? 0) | (1 << bit))

/** From so many words on, a message without one small English word is not taken for English. */
const ENOUGH = 8
/** What a word weighs for its letters alone: English borrows cafés. */
const LETTER = 0.4

/** How much of each language there is in some words: English first. */
function weigh(words: string[], plain: boolean): number[] {
  const found = new Array<number>(languages.length + 1).fill(0)
  for (const word of words) {
    const own = smallWords.get(word) ?? 0
    for (let bits = own; bits !== 0; bits &= bits - 1) found[31 - Math.clz32(bits & -bits)]! += 1
    if (plain && !word.includes("'")) continue
    for (const [index, { letters, elision }] of languages.entries())
      if (own & (2 << index)) continue
      else if (elision?.test(word)) found[index + 1]! += 1
      else if (letters?.test(word)) found[index + 1]! += LETTER
  }
  return found
}

/** English unless another language shows itself clearly more: short messages have little of any. */
function latinLanguage(text: string, plain: boolean): string {
  const words = text.match(plain ? PLAIN_WORDS : WORDS) ?? []
  const [own = 0, ...found] = weigh(words, plain)
  const most = Math.max(...found)
  // One word may be a coincidence in a longer message, unless nothing in it is English.
  if (most >= 1 && most > own && (most > own + 1 || own === 0 || words.length < 6))
    return languages[found.indexOf(most)]!.tag
  const foreign = !plain && isForeign(text, own, words.length)
  return foreign || (own === 0 && words.length >= ENOUGH) ? 'und' : 'en'
}

/** Many letters that English does not write, and hardly an English word beside them. */
function isForeign(text: string, own: number, words: number): boolean {
  const latin = count(text, LATIN)
  return (latin - count(text, /[a-z]/g)) * 6 > latin && own * 4 < words
}

/**
 * Which language a message is in, by its script and its smallest words. English unless something speaks against
 * it; a message without letters (an emoji, a number) reads the same in every language and counts as English.
 * Of a language other than English it depends on the model that reads whether it was measured; here it was not.
 */
export function languageOf(normalised: string, hint?: string): Language {
  const tag = hint ?? detect(normalised.slice(0, LOOKED_AT))
  return { tag, measured: isOf(tag, 'en') }
}

function detect(text: string): string {
  if (PLAIN.test(text)) return latinLanguage(text, true)
  if (!/\p{L}/u.test(text)) return 'en'
  return otherScript(text) ?? latinLanguage(text, false)
}
