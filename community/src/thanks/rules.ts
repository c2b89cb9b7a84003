import type { Need } from '../conversation/index.ts'

/**
 * between: stays between the two. offered: the giver allows showing, the receiver has not said.
 * shown: both agreed. declined: the receiver keeps it to themselves.
 */
export type Showing = 'between' | 'offered' | 'shown' | 'declined'

/**
 * What can be given. hug, with-you and candle are one gift in three forms, of which each person chooses theirs; readers
 * thanks everybody who read along; next tells a helper what came of their help.
 */
export const gifts = [
  'thanks',
  'hug',
  'with-you',
  'candle',
  'cheer',
  'star',
  'shout-out',
  'readers',
  'next',
] as const
export type Gift = (typeof gifts)[number]

/** What a hug is for somebody; none keeps every hug away. */
export const hugForms = ['hug', 'with-you', 'candle', 'none'] as const
export type HugForm = (typeof hugForms)[number]

/**
 * reached: its receiver has it. waits: among what waits of people they have not talked with. stopped: a boundary keeps it
 * away; only who gave it has it.
 */
export type Reach = 'reached' | 'waits' | 'stopped'

/** The kind of a reported note, whatever was given with it. */
export const THANKS = 'thanks'

export const WORDS_LENGTH = 280
export const PASSAGE_LENGTH = 280
export const NAME_LENGTH = 80
/** For a change of mind; afterwards it belongs to who received it. */
export const TAKE_BACK_MILLISECONDS = 10 * 60_000
/** The same thanks again within this time is a button pressed twice. */
export const TWICE_MILLISECONDS = 60_000
/** Between the same two people, so that warmth cannot become a siren. */
export const A_DAY_BETWEEN_TWO = 3
/** Notes under a post or on a wall; more say "and others", without a number. */
export const NOTES_SHOWN = 3

/** Where a new thanks starts, by what the giver offers, the receiver chose, and the space allows. */
export function firstShowing(
  offered: boolean,
  receiverChoice: 'always' | 'ask' | 'never' | undefined,
  spaceAllows: boolean,
): Showing {
  if (!offered || !spaceAllows) return 'between'
  if (receiverChoice === 'always') return 'shown'
  if (receiverChoice === 'never') return 'declined'
  return 'offered'
}

export function mayTakeBack(givenAt: Date, now: Date): boolean {
  return now.getTime() - givenAt.getTime() <= TAKE_BACK_MILLISECONDS
}

export const isHug = (gift: Gift): boolean => gift === 'hug' || gift === 'with-you' || gift === 'candle'

/**
 * What stands beside Thank under a post, at most one. Whoever wrote without a name is offered the same words by everybody:
 * a chosen form would help to guess who it is.
 * @param hug what a hug is for its author; undefined where the post stands without a name
 */
export function sisterOf(need: Need | null, hug: HugForm | undefined): Gift | undefined {
  if (need === 'celebrate') return 'cheer'
  if (need === 'feedback') return 'star'
  if (need !== 'listening') return undefined
  if (hug === undefined) return 'with-you'
  return hug === 'none' ? undefined : hug
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A passage as it is kept; undefined where the entry does not say it. */
export function passageIn(entry: string, passage: string): string | undefined {
  const wanted = flat(passage)
  return flat(entry).includes(wanted) ? wanted : undefined
}
