import { createHash } from 'node:crypto'

/** UTF-16 units of an idea: one or two sentences. */
export const IDEA_LENGTH = 280
/** UTF-16 units of what somebody tells. */
export const STORY_LENGTH = 700
/** Stories that stand under an idea; there is no total. */
export const STORIES_SHOWN = 3
/** Ideas one member may add in a day. */
export const IDEAS_A_DAY = 5

const two = (number: number) => String(number).padStart(2, '0')

/** The day on the wall of the community; month 0 is January. */
export const dayOf = ({ year, month, date }: { year: number; month: number; date: number }) =>
  `${year}-${two(month + 1)}-${two(date)}`

/** An idea, and the last day on which it stood on the page. */
export interface Shown {
  id: string
  lastDay: string | null
}

/**
 * The idea of a day, the same for everybody: one that never stood there, or else the one that stood there longest ago, so
 * that none comes again before all were there. Between equals the lot falls, by the seed; how often an idea was tried plays
 * no part.
 */
export function actOfDay(acts: readonly Shown[], seed: string): string | undefined {
  const lot = (id: string) => createHash('sha256').update(`${seed} ${id}`).digest('hex')
  const earlier = (one: Shown, other: Shown) => {
    const [day, otherDay] = [one.lastDay ?? '', other.lastDay ?? '']
    return day === otherDay ? lot(one.id) < lot(other.id) : day < otherDay
  }
  return acts.reduce<Shown | undefined>(
    (first, one) => (first === undefined || earlier(one, first) ? one : first),
    undefined,
  )?.id
}

/** The kind of a reported story. */
export const STORY = 'kind-act-story'
