import type { Harm, Reading } from '@kindling/tone'
import type { MoreTold } from './own-model/told.ts'

// Browsers use this file as well: nothing of a server in it.

/** From here on a threat or severe harm is grave: the pause speaks even where somebody's budget is used up. */
const GRAVE = 0.5

/** Whether the pause may speak to a member now: of what is ordinary, and of what is grave. */
export interface MayPause {
  ordinary: boolean
  grave: boolean
}

export const howOften = ['less', 'usual', 'more'] as const
export type HowOften = (typeof howOften)[number]

/** What a space decided about the pause in it. */
export interface PausePolicy {
  often: HowOften
  /** What it leaves alone, whatever the reading says. */
  silent: readonly Harm[]
  /** What it says, in the space's own words; `{person|...}` and `{thing|...}` are filled. */
  headings: Partial<Record<Harm, string>>
}

export const USUAL: PausePolicy = { often: 'usual', silent: [], headings: {} }

/** The two halves of members where the pause is tried: it asks them as usual, or keeps still this once. */
export type Arm = 'asked' | 'held_out'

/** What the server tells the script of a writing form. */
export interface PauseState {
  may: MayPause
  policy: PausePolicy
  /** Where this member's next draft is counted, in which half. */
  trial?: Arm | undefined
  /** This member did not want it twice in a row: they may want to end it for good. */
  tired: boolean
  /** The community's own language model, where this member may ask it. */
  more?: MoreTold | undefined
}

/** Likelihoods from which on it speaks, where a space chose otherwise than the reader's own. */
const LESS_FROM = 0.85
const MORE_FROM = 0.5

/**
 * Whether words that read like this are worth a pause in a space.
 * @param heated whether they answer in a thread that may be heating up: there a smaller spark is enough
 */
export function isWorthAPause(
  { pause, language, why }: Reading,
  { often, silent }: PausePolicy,
  heated = false,
): boolean {
  if (!language.measured || (why.attribute !== null && silent.includes(why.attribute))) return false
  if (often === 'less') return pause && why.likelihood >= LESS_FROM
  return pause || ((often === 'more' || heated) && why.likelihood >= MORE_FROM)
}

export const isGrave = ({ scores }: Reading): boolean =>
  (scores.threat ?? 0) >= GRAVE || (scores.severe_toxicity ?? 0) >= GRAVE

/** Whether the pause keeps still about a draft that it would ask about. Never about what is grave. */
export const isHeldOut = (reading: Reading, trial: Arm | undefined): boolean =>
  trial === 'held_out' && !isGrave(reading)

/** Whether a draft that reads like this is asked about. */
export const isAskedAbout = (reading: Reading, policy: PausePolicy, may: MayPause, heated = false): boolean =>
  isWorthAPause(reading, policy, heated) && (isGrave(reading) ? may.grave : may.ordinary)
