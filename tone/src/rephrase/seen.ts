import type { Normalised } from '../text/normalise.ts'
import { partsOf } from '../text/parts.ts'
import type { Token } from '../text/token.ts'
import { CODE, QUOTED } from '../text/zones.ts'

export interface Stretch {
  begin: number
  end: number
}

/** A message as the moves look at it. */
export interface Seen {
  text: string
  /**
   * As long as the text: small letters, straight apostrophes, look-alikes and disguised words undone where they are as
   * long. What must not be touched (links, names with @, code, quotations) is covered by `COVER`, so that no pattern
   * sees it.
   */
  plain: string
  tokens: Token[]
  sentences: Stretch[]
  /** Stretches that are covered. */
  covered: Stretch[]
}

export const COVER = '\u0001'

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

/** The units of a text as they read: where one unit of it gave one, that one; elsewhere as they are. */
function readable(text: string, { text: plain, offsets }: Normalised): string[] {
  const units = text.split('')
  for (let at = 0; at < plain.length; at++) {
    const place = offsets[at]!
    if (offsets[at + 1] === place + 1 && offsets[at - 1] !== place) units[place] = plain[at]!
  }
  return units
}

/** Looks at a text once, for all moves and checks. */
export function see(text: string): Seen {
  const { normalised, zones, tokens, sentences } = partsOf(text)
  const covered = coveredBy(tokens, zones)
  const units = readable(text, normalised)
  for (const { begin, end, word, dressed } of tokens)
    if (dressed && word.length === end - begin)
      for (let at = begin; at < end; at++) units[at] = word[at - begin]!
  for (const { begin, end } of covered) units.fill(COVER, begin, end)
  return { text, plain: units.join(''), tokens, sentences, covered }
}

/** What is found out about a text once, however often it is asked for. */
export function ofEach<Figure>(find: (seen: Seen) => Figure): (seen: Seen) => Figure {
  const known = new WeakMap<Seen, Figure>()
  return (seen) => {
    if (!known.has(seen)) known.set(seen, find(seen))
    return known.get(seen)!
  }
}

/** The words of a text, in small letters and with straight apostrophes. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}']+/gu) ?? []
