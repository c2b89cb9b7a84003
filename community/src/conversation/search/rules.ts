/** What one search may hold; more is no search any more. */
export const QUERY_LENGTH = 300
export const RESULTS_PER_PAGE = 20
/** Newest entries that are read one after the other before an index of words is asked. */
export const WALK = 4_000
/** The most that are put in order of fit. */
export const RANKED = 1_000
/** After this long, what was found so far is shown, with a way to look further back. */
export const BUDGET_MILLISECONDS = 250
export const EXCERPT_LENGTH = 220

export type SearchOrder = 'newest' | 'best'
export type SearchKind = 'posts' | 'answers'

/** What somebody looks for. All of it is optional; without words it lists what the rest allows. */
export interface SearchQuery {
  words: string
  /** A member's id. */
  authorId?: string | undefined
  spaceId?: string | undefined
  from?: Date | undefined
  /** The first moment that is too late. */
  until?: Date | undefined
  kind?: SearchKind | undefined
  order?: SearchOrder | undefined
  /** From a page before. */
  cursor?: string | undefined
  limit?: number | undefined
}

/** A place in the list by time: everything before it is older. */
export interface Place {
  time: Date
  id: string
}

export const LAST: Place = { time: new Date('9999-01-01'), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

export function writePlace(place: Place): string {
  return `${place.time.getTime()}_${place.id}`
}

export function readPlace(cursor: string | undefined): Place | undefined {
  const match = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor ?? '')
  return match ? { time: new Date(Number(match[1])), id: match[2]! } : undefined
}

/** "~203006": the mark of an entry's month among its words. */
export function monthMark(year: number, month: number): string {
  const date = new Date(Date.UTC(year, month, 1))
  return `~${String(date.getUTCFullYear()).padStart(4, '0')}${String(date.getUTCMonth() + 1).padStart(2, '0')}`
}

export interface Stretch {
  marks: string[]
  /** Just before its first moment: where the stretch before begins. */
  before: Place
}

/** Months from the one `from` lies in back, so many of them. */
export function stretchBack(from: Date, months: number): Stretch {
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth()]
  const marks = Array.from({ length: months }, (_, back) => monthMark(year, month - back))
  return { marks, before: { time: new Date(Date.UTC(year, month - months + 1, 1)), id: FIRST_ID } }
}
