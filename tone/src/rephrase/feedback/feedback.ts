import type { Reading } from '../../reading.ts'
import { aboutTheIssue } from '../about-the-issue.ts'
import { clausesOf } from '../clauses.ts'
import { apart, compose } from '../compose.ts'
import { dropInsult } from '../drop-insult.ts'
import { dropSentences } from '../drop-sentences.ts'
import { isBeyondWords } from '../kinder.ts'
import { isOnlyInsult } from '../only-insult.ts'
import { question } from '../question.ts'
import { type Seen, type Stretch, see, wordsOf } from '../seen.ts'
import { softenAbsolute } from '../soften-absolute.ts'
import { stillHurts } from '../still-hurts.ts'
import { isVerdict, kindOf } from './kinds.ts'

/** What was seen, what effect it had, what is asked for: in the order they are said. */
export const partNames = ['seen', 'effect', 'ask'] as const
export type PartName = (typeof partNames)[number]

/** What the author's own text says of each part, gently; empty where it says nothing. Never anything that was not said. */
export type Feedback = Record<PartName, string>

/** Units of the longest text. */
const TEXT_AT_MOST = 4_000

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
 * did not say is empty, for them to fill in; nothing is made up. It need not be worth a pause.
 *
 * @param reading what a reader made of the text
 * @returns nothing for threats, for what is lewd and contempt for who people are, for other languages than English, and for no words
 */
export function feedback(text: string, { scores, language }: Reading): Feedback | undefined {
  const english = language.tag.split('-')[0] === 'en' || !language.measured
  if (!english || text.length > TEXT_AT_MOST || wordsOf(text).length === 0) return undefined
  if (isBeyondWords(scores)) return undefined
  const { seen, effect, ask } = sorted(gently(text))
  return { seen: seen.join(' '), effect: effect.join(' '), ask: ask.join(' ') }
}
