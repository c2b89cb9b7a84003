import { isWish } from './own-words.ts'
import { isQuestion, type Sentence } from './sentences.ts'
import { stopWords } from './stop-words.ts'

/** Things that both speak of, named at most. */
export const SPOKEN_OF_SHOWN = 6
/** Agreements that are quoted at most. */
export const AGREEMENTS_SHOWN = 3

/** Something said in a sentence: how it is found again, and how it is written. */
interface Term {
  key: string
  written: string
  /** A name, a date or a number: said by two, it is about the same. */
  named: boolean
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:[’'-]\p{L}+)*|\d+(?:[.,:]\d+)*/gu
const days =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^(?:january|february|march|april|june|july|august|september|october|november|december)$/i

const plain = (word: string): string => word.toLowerCase().replaceAll("'", '’').replace(/’s$/, '')

/** A light stem: "beds", "bed" and "watering", "water" are found together. */
export function stemOf(word: string): string {
  const key = plain(word)
  if (key.length < 4) return key
  const single = key
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch|sh|z)es$/, '$1')
    .replace(/([^su])s$/, '$1')
  const base = single.length > 5 ? single.replace(/(?:ing|ed)$/, '') : single
  return base.replace(/([^aeiouls])\1$/, '$1').replace(/e$/, '')
}

interface Token extends Term {
  begin: number
  end: number
  stop: boolean
  /** "the" stands before it. */
  the: boolean
}

function tokensOf(sentence: string): Token[] {
  const found = [...sentence.matchAll(WORD)]
  return found.map((match, at) => {
    const [word] = match
    const isNumber = /^\d/.test(word)
    const capital = /^\p{Lu}/u.test(word)
    const dated = days.test(word)
    const named = isNumber || dated || (capital && at > 0 && plain(word) !== 'i')
    return {
      key: isNumber ? word : stemOf(word),
      written: named ? word : word.toLowerCase(),
      named,
      begin: match.index,
      end: match.index + word.length,
      // A number alone says little; beside a word it may say which bed.
      stop: !dated && (stopWords.has(plain(word)) || (!isNumber && plain(word).length < 3)),
      the: at > 0 && plain(found[at - 1]![0]) === 'the',
    }
  })
}

const withThe = (token: Token): string => (token.the && !token.named ? `the ${token.written}` : token.written)

/** Everything a sentence speaks of: words, and pairs of words that stand together. */
function termsOf(sentence: string): Term[] {
  const tokens = tokensOf(sentence)
  const content = tokens.filter(({ stop, key }) => !stop && !/^\d$/.test(key))
  const single = content.map((token) => ({ key: token.key, written: withThe(token), named: token.named }))
  const pairs = tokens.flatMap((token, at) => {
    const next = tokens[at + 1]
    if (!next || token.stop || next.stop || /^\d/.test(token.key)) return []
    if (sentence.slice(token.end, next.begin) !== ' ') return []
    const written = `${withThe(token)} ${next.written}`
    return [{ key: `${token.key} ${next.key}`, written, named: token.named || next.named }]
  })
  return [...pairs, ...single]
}

/** By key; the first way of writing it stays. */
function termsIn(sentences: readonly Sentence[]): Map<string, Term & { count: number }> {
  const all = new Map<string, Term & { count: number }>()
  for (const { words } of sentences)
    for (const term of termsOf(words)) {
      const before = all.get(term.key)
      if (before) {
        before.count++
        before.named ||= term.named
      } else all.set(term.key, { ...term, count: 1 })
    }
  return all
}

const isPair = ({ key }: Term): boolean => key.includes(' ')

/**
 * What both speak of, as the other writes it: pairs of words, names, dates and numbers before single words.
 * @param apart names that say nothing, such as those of the two
 */
export function spokenOf(
  theirs: readonly Sentence[],
  mine: readonly Sentence[],
  apart: readonly string[] = [],
): string[] {
  const names = new Set(apart.flatMap((name) => name.split(/\s+/).map(stemOf)))
  const own = termsIn(mine)
  const both = [...termsIn(theirs).values()]
    .filter(({ key }) => own.has(key) && !key.split(' ').some((part) => names.has(part)))
    .map((term) => ({
      ...term,
      weight:
        (isPair(term) ? 4 : 0) + (term.named ? 3 : 0) + Math.min(term.count, own.get(term.key)!.count, 3),
    }))
    .sort((one, other) => other.weight - one.weight)
  const chosen: Term[] = []
  for (const term of both) {
    if (chosen.length === SPOKEN_OF_SHOWN) break
    // "the water butt" says "water" as well.
    const said = chosen.some(({ key }) => key.split(' ').some((part) => term.key.split(' ').includes(part)))
    if (!said) chosen.push(term)
  }
  return chosen.map(({ written }) => written)
}

const agrees: readonly RegExp[] = [
  /\byou(?:['’]re| are| were) (?:\w+ )?right\b(?! (?:away|now|here|there))/i,
  /\b(?:fair|good) (?:point|enough)\b/i,
  /\bpoint taken\b/i,
  /\byou have a point\b/i,
  /\bi (?:\w+ )?agree\b(?! with (?!you\b))/i,
  /\bsame here\b/i,
  /\bme too\b/i,
  /\bthat(?:['’]s| is) (?:true|fair|right)\b/i,
  /\b(?:that|it) makes sense\b/i,
  /\bi see (?:what you mean|your point)\b/i,
]
/** Before it, these turn an agreement round or leave it open. */
const unless = /\b(?:if|whether|not|never|unless|hardly|barely|think|suppose|pretend)\b|n['’]t\b/i

/** Whether a sentence agrees with whom it answers. */
export function isAgreement(sentence: Sentence): boolean {
  if (!sentence.entry.answersOther || isQuestion(sentence)) return false
  return agrees.some((pattern) => {
    const found = pattern.exec(sentence.words)
    return found !== null && !unless.test(sentence.words.slice(0, found.index + found[0].length))
  })
}

/** A wish of each that is about the same, and what that is. */
export interface SharedWish {
  about: string[]
  theirs: Sentence
  mine: Sentence
}

/** The two wishes that have most in common; nothing where none have anything. */
export function sharedWish(
  theirs: readonly Sentence[],
  mine: readonly Sentence[],
  apart: readonly string[] = [],
): SharedWish | undefined {
  let best: SharedWish | undefined
  for (const their of theirs.filter((one) => isWish(one) && !isQuestion(one)))
    for (const own of mine.filter((one) => isWish(one) && !isQuestion(one))) {
      const about = spokenOf([their], [own], apart)
      if (about.length > (best?.about.length ?? 0)) best = { about, theirs: their, mine: own }
    }
  return best
}
