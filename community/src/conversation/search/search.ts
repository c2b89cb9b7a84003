import { type House, unfitting, type Viewer } from '../../foundation/index.ts'
import { readerId, visibleSpaces } from '../../spaces/index.ts'
import { type Candidate, type Reach, ranks } from './candidates.ts'
import { collect } from './collect.ts'
import { type FoundEntry, readFound } from './read-found.ts'
import { readWords, type Unwanted, type Wanted } from './read-words.ts'
import {
  LAST,
  QUERY_LENGTH,
  RANKED,
  RESULTS_PER_PAGE,
  readPlace,
  type SearchQuery,
  writePlace,
} from './rules.ts'
import { searchErrors } from './words.ts'

export interface SearchPage {
  entries: FoundEntry[]
  /** Where the next page begins. */
  next: string | undefined
  /** True when time ran out before everything was seen; `next` looks further back. */
  unfinished: boolean
  /** Why the words could not be looked for. */
  unwanted: Unwanted | undefined
}

const NOTHING: SearchPage = { entries: [], next: undefined, unfinished: false, unwanted: undefined }

/** Words as they can be looked for. @throws KindlingError `search_too_long` */
export function tidyWords(words: string): string {
  const tidy = words.replaceAll('\u0000', '').toWellFormed().replace(/\s+/g, ' ').trim()
  if (tidy.length > QUERY_LENGTH) throw unfitting('words', 'search_too_long', searchErrors.searchTooLong)
  return tidy
}

function reachOf(viewer: Viewer, query: SearchQuery, wanted: Wanted | undefined): Reach {
  const start = query.until ? { time: query.until, id: '00000000-0000-0000-0000-000000000000' } : LAST
  return {
    community: viewer.communityId,
    member: readerId(viewer),
    query: wanted?.query ?? null,
    space: query.spaceId ?? null,
    author: query.authorId ?? null,
    replies: query.kind ? query.kind === 'answers' : null,
    from: query.from ?? new Date(0),
    time: start.time,
    id: start.id,
  }
}

/** Newest first: the page is the candidates themselves. */
async function newest(house: House, reach: Reach, limit: number, cursor: string | undefined) {
  const place = readPlace(cursor)
  const { candidates, stoppedAt } = await collect(
    house,
    place ? { ...reach, time: place.time, id: place.id } : reach,
    limit + 1,
  )
  const shown = candidates.slice(0, limit)
  const last = shown.at(-1)
  const more =
    candidates.length > limit && last ? writePlace({ time: last.written_at, id: last.id }) : undefined
  return {
    shown,
    next: more ?? (stoppedAt && writePlace(stoppedAt)),
    unfinished: more === undefined && stoppedAt !== undefined,
  }
}

/** Best first, among the newest thousand. */
async function best(house: House, reach: Reach, plain: string, limit: number, cursor: string | undefined) {
  const { candidates } = await collect(house, reach, RANKED)
  const rankOf = new Map(
    (
      await ranks(house, { community: reach.community, ids: candidates.map(({ id }) => id), query: plain })
    ).map(({ id, rank }) => [id, rank]),
  )
  const key = ({ id }: Candidate) => `${String(rankOf.get(id) ?? 0).padStart(9, '0')}_${id}`
  const ordered = candidates
    .map((candidate) => ({ candidate, key: key(candidate) }))
    .sort((one, other) => (one.key < other.key ? 1 : -1))
  const rest = cursor && /^\d{9}_/.test(cursor) ? ordered.filter((one) => one.key < cursor) : ordered
  const shown = rest.slice(0, limit)
  return {
    shown: shown.map(({ candidate }) => candidate),
    next: rest.length > limit ? shown.at(-1)?.key : undefined,
    unfinished: false,
  }
}

/**
 * Looks through what a viewer may see. Nothing hidden, deleted, muted or behind a block is found, and nobody
 * by what they wrote without their name.
 * @throws KindlingError `search_too_long`
 */
export async function search(house: House, viewer: Viewer, query: SearchQuery): Promise<SearchPage> {
  const words = tidyWords(query.words)
  // A space one may not read holds nothing, and is not walked through to find that out.
  if (query.spaceId && !(await visibleSpaces(house, viewer)).some(({ id }) => id === query.spaceId))
    return NOTHING
  const read = words ? await readWords(house, viewer.communityId, words) : undefined
  if (typeof read === 'string') return { ...NOTHING, unwanted: read }
  const reach = reachOf(viewer, query, read)
  const limit = Math.min(Math.max(query.limit ?? RESULTS_PER_PAGE, 1), 100)
  const page =
    query.order === 'best' && read
      ? await best(house, reach, read.plain, limit, query.cursor)
      : await newest(house, reach, limit, query.cursor)
  const entries = await readFound(
    house,
    viewer.communityId,
    page.shown.map(({ id }) => id),
    read,
    words,
  )
  const common = entries.length === 0 && read?.maybeCommon
  return { entries, next: page.next, unfinished: page.unfinished, unwanted: common ? 'common' : undefined }
}
