import type { Reading } from '../../reading.ts'
import { aboutTheIssue } from '../about-the-issue.ts'
import { clausesOf } from '../clauses.ts'
import { apart, compose } from '../compose.ts'
import { dropInsult } from '../drop-insult.ts'
import { dropSentences } from '../drop-sentences.ts'
import { BEYOND_WORDS } from '../kinder.ts'
import { isOnlyInsult } from '../only-insult.ts'
import { question } from '../question.ts'
import { type Seen, type Stretch, see, wordsOf } from '../seen.ts'
import { softenAbsolute } from '../soften-absolute.ts'
import { stillHurts } from '../still-hurts.ts'
import { isVerdict, kindOf } from './kinds.ts'

/** What was seen, what effect it had, what is asked for: in the order they are said. */
export const partNames = ['seen', 'effect', 'ask'] as const
export type PartName = (typeof partNames)[number]

/** One of the three parts. */
export interface Part {
  /** What the author's own text says of it, gently; empty where it says nothing. Never anything that was not said. */
  taken: string
  /** What to ask the author, where the part is empty or may say more: in English, for who brings no words of their own. */
  question: string
  /** Whether the author has to fill it in. */
  missing: boolean
}

export type Feedback = Record<PartName, Part>

/** Units of the longest text. */
const TEXT_AT_MOST = 4_000

const questions: Record<PartName, string> = {
  seen: 'What did you see or read? One thing, where and when.',
  effect: 'What did it do to the work, or to you?',
  ask: 'What would you like to happen now?',
}

const part = (name: PartName, taken: string): Part => ({
  taken,
  question: questions[name],
  missing: taken === '',
})

/** The text without its insults, each thing said as the gentler moves would say it. */
function gently(text: string): Seen {
  const seen = see(text)
  const without = see(compose(seen, apart([...dropSentences(seen), ...dropInsult(seen)])))
  return see(compose(without, apart([...aboutTheIssue(without), ...softenAbsolute(without)])))
}

const small = (word: string): boolean =>
  /^(?:and|but|so|because|then|now|which means|that means)$/iu.test(word)

/** A clause as a sentence of its own: begins with a capital, ends in a sign. */
function asSentence(text: string): string {
  let made = text.trim().replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/gu, '')
  const first = /^\p{L}+/u.exec(made)?.[0]
  if (first && small(first)) made = made.slice(first.length).trimStart()
  made = made.slice(0, 1).toUpperCase() + made.slice(1)
  return /[.!?…]["”')]*$/u.test(made) ? made : `${made}.`
}

/** A request put as a question where it is an order. */
function asked(sentence: string): string {
  const seen = see(sentence)
  const [change] = question(seen)
  return change ? compose(seen, [change]) : sentence
}

/** A sentence in the parts that do different things: "the gate was open, so we lost the hens". */
function piecesOf(seen: Seen, sentence: Stretch): Stretch[] {
  const clauses = clausesOf(seen, sentence)
  const kinds = clauses.map(({ begin, end }) => kindOf(seen.plain.slice(begin, end)))
  return kinds.length > 1 && kinds.every(Boolean) && new Set(kinds).size > 1 ? clauses : [sentence]
}

function sorted(seen: Seen): Record<PartName, string[]> {
  const parts: Record<PartName, string[]> = { seen: [], effect: [], ask: [] }
  for (const sentence of seen.sentences)
    for (const piece of piecesOf(seen, sentence)) {
      const kind = kindOf(seen.plain.slice(piece.begin, piece.end))
      if (!kind || isOnlyInsult(seen, piece)) continue
      const said = asSentence(seen.text.slice(piece.begin, piece.end))
      if (stillHurts(see(said)) || (kind === 'seen' && isVerdict(see(said).plain))) continue
      parts[kind].push(kind === 'ask' ? asked(said) : said)
    }
  return parts
}

/**
 * A blunt criticism as what was seen, what effect it had and what is asked for, as far as its author said so. What they
 * did not say is empty and asked about; nothing is made up. It need not be worth a pause.
 *
 * @param reading what a reader made of the text
 * @returns nothing for threats and contempt for who people are, for other languages than English, and for no words
 */
export function feedback(text: string, { scores, language }: Reading): Feedback | undefined {
  const english = language.tag.split('-')[0] === 'en' || !language.measured
  if (!english || text.length > TEXT_AT_MOST || wordsOf(text).length === 0) return undefined
  if (
    (scores.threat ?? 0) >= BEYOND_WORDS.threat ||
    (scores.identity_attack ?? 0) >= BEYOND_WORDS.identity_attack
  )
    return undefined
  const parts = sorted(gently(text))
  const [seen, effect, ask] = partNames.map((name) => part(name, parts[name].join(' ')))
  return { seen: seen!, effect: effect!, ask: ask! }
}
