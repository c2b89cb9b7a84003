import { type Harm, harms } from '../attributes.ts'
import type { Reading } from '../reading.ts'
import type { Draft } from './drafts.ts'
import type { Change, Suggestion } from './moves.ts'
import { ofEach, type Seen } from './seen.ts'
import { pattern } from './words.ts'

/** A draft that is worth reading. */
export interface Sound extends Draft {
  changes: Change[]
  /** Whether a name that somebody was called is gone. */
  unnamed: boolean
}

/**
 * The pause has to go away, and the likelihood to fall clearly. Changes that change nothing (a full stop, a capital, "do
 * not" for "don't") move it by less than this in 99 of 100 messages.
 */
const FALLS_AT_LEAST = 0.2
/**
 * And it has to be low. What says a thing in new words, or has lost the name that somebody was called, may read as a
 * plain complaint, and so may what is left beside a judgement (0.42). Where other words were only left out, the rest has to
 * be nearly free of it (0.28; a text of no words reads 0.23): most of what mocks without a rude word reads above. All were
 * set by what was offered to the messages of training/data/rephrase/development.jsonl, before the second examination was
 * written.
 */
const LOW = { rewritten: 0.5, unnamed: 0.42, judgement: 0.42, byReading: 0.25, dropped: 0.28 }
/** How much higher a harm may read and not count as risen. */
const NOISE = 0.02
/**
 * Nor does it count while so few readers would say so. Of how a message speaks (rather than what it does to somebody)
 * people agree less, and the reading sees some in any short plain sentence: there it is fewer than half of them.
 */
const HARDLY = 0.25
const HARDLY_OF_MANNER = 0.45
const manner: ReadonlySet<Harm> = new Set<Harm>(['condescension', 'dismissal', 'generalisation', 'sarcasm'])
/** Threats, contempt for who people are and what is lewd have no kinder words. */
const BEYOND_WORDS = { threat: 0.2, identity_attack: 0.25, sexually_explicit: 0.3 }
/** No message gets more. */
export const SUGGESTIONS_AT_MOST = 3

/** Whether a message is a threat, contempt for who people are, or lewd. */
export const isBeyondWords = (scores: Reading['scores']): boolean =>
  (Object.keys(BEYOND_WORDS) as (keyof typeof BEYOND_WORDS)[]).some(
    (harm) => (scores[harm] ?? 0) >= BEYOND_WORDS[harm],
  )

/** Whether kinder words are looked for at all. */
export const isWorthWords = ({ pause, language, scores }: Reading): boolean =>
  pause && language.tag.split('-')[0] === 'en' && !isBeyondWords(scores)

const NAMES = pattern('{name}', 'gu')
const namesCalled = ofEach(({ plain }) => plain.match(NAMES)?.length ?? 0)

/** Whether a name that somebody was called is gone. */
export const isUnnamed = (before: Seen, after: Seen): boolean => namesCalled(after) < namesCalled(before)

/** What decides how low a draft has to read. */
type Weighed = Pick<Sound, 'move' | 'unnamed'> & Partial<Pick<Sound, 'byReading' | 'judged'>>

function lowFor({ move, unnamed, byReading, judged }: Weighed): number {
  if (byReading) return LOW.byReading
  if (unnamed) return LOW.unnamed
  if (judged) return LOW.judgement
  return move === 'drop_insult' ? LOW.dropped : LOW.rewritten
}

/** Whether a rewriting is kinder by its own reading than the message was by its. */
export function isKinder(draft: Weighed, before: Reading, after: Reading): boolean {
  const [was, is] = [before.why.likelihood, after.why.likelihood]
  if (after.pause || is > lowFor(draft) || was - is < FALLS_AT_LEAST) return false
  return harms.every((harm) => {
    const hardly = manner.has(harm) ? HARDLY_OF_MANNER : HARDLY
    return (after.scores[harm] ?? 0) <= Math.max(hardly, (before.scores[harm] ?? 0) + NOISE)
  })
}

/** In tenths: a finer difference no reader would feel. */
const tenths = ({ likelihood }: Suggestion): number => Math.round(likelihood * 10)
const farness = ({ changes }: Suggestion): number =>
  changes.reduce((sum, { begin, end, text }) => sum + (end - begin) + text.length, 0)

/** The drafts that are kinder, the best of each move: kinder first and then closer to the original. */
export function kinderOf(
  before: Reading,
  drafts: readonly Sound[],
  readings: readonly Reading[],
): Suggestion[] {
  const suggestions = drafts
    .map((draft, at) => ({ draft, reading: readings[at]! }))
    .filter(({ draft, reading }) => isKinder(draft, before, reading))
    .map(({ draft: { seen, move, changes, byReading }, reading }) => ({
      byReading,
      suggestion: { text: seen.text, move, changes, likelihood: reading.why.likelihood },
    }))
    // What may have lost more than the hurt comes last.
    .sort(
      ({ byReading: one, suggestion: first }, { byReading: other, suggestion: second }) =>
        Number(one) - Number(other) || tenths(first) - tenths(second) || farness(first) - farness(second),
    )
    .map(({ suggestion }) => suggestion)
  const moves = new Set<string>()
  return suggestions.filter(({ move }) => !moves.has(move) && moves.add(move)).slice(0, SUGGESTIONS_AT_MOST)
}
