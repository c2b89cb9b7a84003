import { normalise } from '../text/normalise.ts'
import { sentencesOf } from '../text/sentences.ts'
import { originalSpan, type Token } from '../text/token.ts'
import { Tokeniser } from '../text/tokens.ts'
import { CODE, QUOTED, zonesOf } from '../text/zones.ts'

export interface Stretch {
  begin: number
  end: number
}

/** A message as the moves look at it. */
export interface Seen {
  text: string
  /**
   * As long as the text: small letters, straight apostrophes, disguised words undone where they are as long. What
   * must not be touched (links, names with @, code, quotations) is covered by `COVER`, so that no pattern sees it.
   */
  plain: string
  tokens: Token[]
  sentences: Stretch[]
  /** Stretches that are covered. */
  covered: Stretch[]
}

export const COVER = '\u0001'

const small = (character: string): string => {
  if (character === '’' || character === 'ʼ' || character === '´') return "'"
  const lower = character.toLowerCase()
  return lower.length === character.length ? lower : character
}

function coveredBy(tokens: Token[], zones: Uint8Array | undefined): Stretch[] {
  const covered: Stretch[] = []
  for (const { begin, end, from, kind } of tokens) {
    const zoned = zones !== undefined && (zones[from]! & (QUOTED | CODE)) !== 0
    if (!zoned && kind !== 'link' && kind !== 'mention' && kind !== 'code') continue
    const last = covered.at(-1)
    // What is quoted is one stretch, the spaces in it too.
    if (last && zoned && zones[from - 1]! & (QUOTED | CODE)) last.end = end
    else covered.push({ begin, end })
  }
  return covered
}

/** Looks at a message once, for all moves. */
export function see(text: string): Seen {
  const normalised = normalise(text)
  const zones = zonesOf(normalised.text)
  const tokens = new Tokeniser(normalised, text, zones).run(Number.POSITIVE_INFINITY)
  const covered = coveredBy(tokens, zones)
  const units = Array.from({ length: text.length }, (_, at) => small(text[at]!))
  for (const { begin, end, word, dressed } of tokens)
    if (dressed && word.length === end - begin)
      for (let at = begin; at < end; at++) units[at] = word[at - begin]!
  for (const { begin, end } of covered) units.fill(COVER, begin, end)
  const sentences = sentencesOf(tokens).map((run) => originalSpan(tokens, run))
  return { text, plain: units.join(''), tokens, sentences, covered }
}

/** The sentences of a text, in order. */
export function sentencesIn(text: string): string[] {
  const { sentences } = see(text)
  return sentences.map(({ begin, end }) => text.slice(begin, end))
}
