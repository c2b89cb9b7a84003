import type { Need } from '../../conversation/index.ts'
import type { SpaceKind } from '../../spaces/index.ts'

export const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Why a post may stand further up. The first that fits is said where two weigh the same. */
export const reasons = ['unanswered', 'first', 'bridges'] as const
export type Reason = (typeof reasons)[number]

/** Hours by which a post with a reason stands as if something had been written in it later. */
export type HeadStarts = Record<Reason, number>

/** A start to be changed; a day, half of one, a quarter. */
export const usualStarts: HeadStarts = { unanswered: 24, first: 12, bridges: 6 }
export const MOST_HOURS = 72

/** The kind order looks at so many posts of a space, latest activity first; what comes after follows by activity. */
export const CANDIDATES = 200
/** It can be chosen where more than so many posts are begun a day, on average over the last week. */
export const POSTS_A_DAY = 20
export const BUSY_DAYS = 7
/** How long a first post is one. */
export const FIRST_MILLISECONDS = 7 * DAY
/** Nobody waits for an answer for ever; and the band is no reminder of failure. */
export const UNANSWERED_MILLISECONDS = 14 * DAY
/** How far back people are looked for in other threads. */
export const TOGETHER_MILLISECONDS = 30 * DAY
/** People of a thread who are looked at, in the order in which they came. */
export const PEOPLE_LOOKED_AT = 6
/** Posts in the band above a space. */
export const BAND = 3

/** What the order knows of a post. Nothing of what it was given, and nothing of how it reads. */
export interface Candidate {
  id: string
  activeAt: Date
  createdAt: Date
  /** Undefined where it stands without a name. */
  authorId: string | undefined
  need: Need | null
  /** Somebody else answered where others read it. */
  answered: boolean
  /** Nothing by its author under their name is older. */
  first: boolean
  bridges: boolean
  /** Closed to new answers. */
  locked: boolean
}

/** What says that it wants something from others. */
export const isAsk = (need: Need | null): boolean => need !== null && need !== 'celebrate'

const younger = (time: Date, age: number, now: Date) => now.getTime() - time.getTime() < age

/** Whether a reason holds for a post. */
export function holds(reason: Reason, post: Candidate, now: Date): boolean {
  if (reason === 'unanswered')
    return (
      isAsk(post.need) &&
      !post.answered &&
      !post.locked &&
      younger(post.createdAt, UNANSWERED_MILLISECONDS, now)
    )
  if (reason === 'first') return post.first && younger(post.createdAt, FIRST_MILLISECONDS, now)
  return post.bridges
}

/** The reason that moves a post, the strongest of those that hold; undefined where none moves it. */
export function reasonOf(post: Candidate, starts: HeadStarts, now: Date): Reason | undefined {
  return reasons.reduce<Reason | undefined>((best, reason) => {
    if (starts[reason] <= (best ? starts[best] : 0) || !holds(reason, post, now)) return best
    return reason
  }, undefined)
}

export interface Placed {
  id: string
  reason: Reason | undefined
  /** Milliseconds since 1970 by which it is ordered: its latest activity, and its head start. */
  place: number
}

const later = (one: Placed, other: Placed) => other.place - one.place || (one.id < other.id ? 1 : -1)

/** The kind order: latest activity plus head start, the latest first. */
export function kindOrder(posts: readonly Candidate[], starts: HeadStarts, now: Date): Placed[] {
  return posts
    .map((post): Placed => {
      const reason = reasonOf(post, starts, now)
      return { id: post.id, reason, place: post.activeAt.getTime() + (reason ? starts[reason] * HOUR : 0) }
    })
    .sort(later)
}

/** Those that come after a place. */
export function after(
  order: readonly Placed[],
  at: Pick<Placed, 'place' | 'id'> | undefined,
): readonly Placed[] {
  return at ? order.filter((one) => later(one, { ...at, reason: undefined }) > 0) : order
}

/**
 * Whether a thread bridges: at least three people wrote in it under their names, and most pairs of them have not written
 * together in any other thread of the last 30 days.
 * @param people in the order in which they came
 */
export function bridges(
  people: readonly string[],
  together: (one: string, other: string) => boolean,
): boolean {
  const looked = [...new Set(people)].slice(0, PEOPLE_LOOKED_AT)
  if (looked.length < 3) return false
  const pairs = looked.flatMap((one, at) => looked.slice(at + 1).map((other) => [one, other] as const))
  return pairs.filter(([one, other]) => !together(one, other)).length * 2 > pairs.length
}

/** Posts that may stand in the band, by reason: asks that wait longest first, the others latest first. */
export function bandCandidates(posts: readonly Candidate[], now: Date): Record<Reason, string[]> {
  const by = (reason: Reason) => posts.filter((post) => holds(reason, post, now))
  const age = (one: Candidate, other: Candidate) => one.createdAt.getTime() - other.createdAt.getTime()
  return {
    first: by('first')
      .sort((one, other) => age(other, one))
      .map(({ id }) => id),
    unanswered: by('unanswered')
      .sort(age)
      .map(({ id }) => id),
    bridges: by('bridges').map(({ id }) => id),
  }
}

/** The order in which the band is filled: one of each. */
const inBand: readonly Reason[] = ['first', 'unanswered', 'bridges']

/**
 * The band: one of each kind, each post once, of those this reader may see.
 * @param visible ids of posts they may see and did not write
 */
export function bandOf(
  candidates: Record<Reason, readonly string[]>,
  visible: ReadonlySet<string>,
): { id: string; reason: Reason }[] {
  const band: { id: string; reason: Reason }[] = []
  for (const reason of inBand) {
    const id = candidates[reason].find((one) => visible.has(one) && !band.some((known) => known.id === one))
    if (id) band.push({ id, reason })
  }
  return band
}

/** Kinds of places that may choose it: not where people lean on each other, nor teams. */
export const mayBeKind = (kind: SpaceKind): boolean => kind === 'hobby' || kind === 'project'

/** What stands in the way of choosing it; undefined where nothing does. */
export type NotYet = 'other-kind' | 'small-place' | 'quiet-space'

export function notYet(facts: { kind: SpaceKind; isHouse: boolean; postsADay: number }): NotYet | undefined {
  if (!mayBeKind(facts.kind)) return 'other-kind'
  if (!facts.isHouse) return 'small-place'
  return facts.postsADay > POSTS_A_DAY ? undefined : 'quiet-space'
}
