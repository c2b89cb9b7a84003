import { valenceOf } from '../text/emoji.ts'
import { belongingBeside, belongingOf, isPeople, placeholders } from '../text/identity-terms.ts'
import { isFirst, isSecond } from '../text/persons.ts'
import { afterBut, hypothetical, negated, reported } from '../text/scopes.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Token } from '../text/token.ts'
import { CODE, QUOTED } from '../text/zones.ts'

export const MARK = {
  quoted: 1,
  code: 2,
  negated: 4,
  reported: 8,
  nearYou: 16,
  nearMe: 32,
  loud: 64,
  dressed: 128,
  start: 256,
  asked: 512,
  nearIdentity: 1024,
  nearName: 2048,
  nearWarm: 4096,
  nearHostile: 8192,
  afterBut: 16384,
  hypothetical: 32768,
} as const

/** Puts the one word for its kind in place of every word for a group. Gives each token's kind, 0 for none. */
export function hideIdentity(tokens: Token[]): Uint8Array {
  const found = new Uint8Array(tokens.length)
  for (let at = 0; at < tokens.length; at++) {
    const { word, kind } = tokens[at]!
    if (kind !== 'word') continue
    found[at] = belongingOf(word) || beside(tokens, at)
  }
  for (let at = 0; at < tokens.length; at++) if (found[at]) tokens[at]!.word = placeholders[found[at]!]!
  return found
}

const SELF = /^(?:i|we|am|as|being)$/

/** "black" beside "women" or after "I am" is who somebody is; beside "cat" it is a colour. */
function beside(tokens: readonly Token[], at: number): number {
  const found = belongingBeside(tokens[at]!.word)
  if (found === 0) return 0
  for (let after = at + 1; after <= at + 2; after++) if (isPeople(tokens[after]?.word ?? '')) return found
  const before = tokens[at - 1]?.word ?? ''
  if (SELF.test(before) || (before === 'the' && tokens[at + 1]?.kind !== 'word')) return found
  // "proud and black", "a blind person": after words that join or a form of "to be" said of people.
  return /^(?:are|is|'s)$/.test(before) && /^(?:who|they|he|you|people)$/.test(tokens[at - 2]?.word ?? '')
    ? found
    : 0
}

function around(marks: Uint16Array, at: number, reach: number, bit: number): void {
  const end = Math.min(marks.length - 1, at + reach)
  for (let near = Math.max(0, at - reach); near <= end; near++) if (near !== at) marks[near]! |= bit
}

/** A capital within a sentence that is not all capitals: most likely somebody's or something's name. */
function looksLikeName({ kind, capital, loud, word }: Token, starts: boolean): boolean {
  return kind === 'word' && capital && !loud && !starts && word.length > 2 && !isFirst(word)
}

function markNeighbours(tokens: readonly Token[], identity: Uint8Array, marks: Uint16Array): void {
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    if (identity[at]) around(marks, at, 4, MARK.nearIdentity)
    if (isSecond(token.word)) around(marks, at, 3, MARK.nearYou)
    else if (isFirst(token.word)) around(marks, at, 3, MARK.nearMe)
    if (token.kind === 'mention' || (!identity[at] && looksLikeName(token, (marks[at]! & MARK.start) !== 0)))
      around(marks, at, 3, MARK.nearName)
    if (token.kind !== 'emoji') continue
    const valence = valenceOf(token.word)
    if (valence === 'warm') around(marks, at, 6, MARK.nearWarm)
    else if (valence === 'hostile') around(marks, at, 6, MARK.nearHostile)
  }
}

function markOwn({ from, loud, dressed }: Token, zones: Uint8Array | undefined): number {
  const zone = zones ? zones[from]! : 0
  let own = 0
  if (zone & QUOTED) own |= MARK.quoted
  if (zone & CODE) own |= MARK.code
  if (loud) own |= MARK.loud
  if (dressed) own |= MARK.dressed
  return own
}

/** The sixteen bits of every token. */
export function marksOf(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  identity: Uint8Array,
  zones: Uint8Array | undefined,
): Uint16Array {
  const marks = new Uint16Array(tokens.length)
  for (let at = 0; at < tokens.length; at++) marks[at] = markOwn(tokens[at]!, zones)
  const add = (bit: number) => (at: number) => {
    marks[at]! |= bit
  }
  for (const sentence of sentences) {
    marks[sentence.begin]! |= MARK.start
    if (sentence.asks) for (let at = sentence.begin; at < sentence.end; at++) marks[at]! |= MARK.asked
    negated(tokens, sentence, add(MARK.negated))
    reported(tokens, sentence, add(MARK.reported))
    afterBut(tokens, sentence, add(MARK.afterBut))
    hypothetical(tokens, sentence, add(MARK.hypothetical))
  }
  markNeighbours(tokens, identity, marks)
  return marks
}
