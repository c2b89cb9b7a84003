import { setImmediate } from 'node:timers/promises'
import type { Harm, Reading } from '@kindling/tone'
import type { House, MemberViewer } from '../../foundation/index.ts'
import { readHere } from '../read-here.ts'
import { type HowOften, howOften, isWorthAPause, type PausePolicy } from '../rules.ts'
import { recentWords } from './recent-words.ts'

/** Posts and answers that a setting is tried on. */
export const TRIED_ON = 2_000
/** After so many readings others are heard. */
const AT_ONCE = 20

/** What the pause would have asked about. */
export interface Paused {
  text: string
  href: string
  attribute: Harm | null
  words: Reading['why']['words']
}

export interface Tried {
  /** How many posts and answers there were. */
  of: number
  /** How often it would have spoken, for each way to set how often, the rest being as given. */
  counts: Record<HowOften, number>
  /** What it would have asked about as set. */
  paused: Paused[]
}

/** Reads what was lately posted in a space, in memory, and says what a policy would have asked about. */
export async function tryPolicy(
  house: House,
  viewer: MemberViewer,
  spaceId: string,
  policy: PausePolicy,
): Promise<Tried> {
  const posted = await recentWords(house, viewer, spaceId, TRIED_ON)
  const tried: Tried = { of: posted.length, counts: { less: 0, usual: 0, more: 0 }, paused: [] }
  for (const [at, { texts, href }] of posted.entries()) {
    if (at % AT_ONCE === 0) await setImmediate()
    const read = await Promise.all(texts.map(async (text) => ({ text, reading: await readHere(text) })))
    // As in the composer, one of them is enough.
    const first = (often: HowOften) =>
      read.find(({ reading }) => isWorthAPause(reading, { ...policy, often }))
    for (const often of howOften) if (first(often)) tried.counts[often]++
    const found = first(policy.often)
    if (found)
      tried.paused.push({
        text: found.text,
        href,
        attribute: found.reading.why.attribute,
        words: found.reading.why.words,
      })
  }
  return tried
}
