import type { House } from '../../foundation/index.ts'
import {
  type Candidate,
  findable,
  oldest,
  pathOf,
  type Reach,
  stretch,
  walkEnds,
  walks,
} from './candidates.ts'
import { BUDGET_MILLISECONDS, type Place, RANKED, stretchBack } from './rules.ts'

/** What was found, newest first, and where to go on when time ran out before everything was seen. */
export interface Collected {
  candidates: Candidate[]
  stoppedAt: Place | undefined
}

const placeOf = (candidate: Candidate): Place => ({ time: candidate.written_at, id: candidate.id })

/**
 * Finds the newest that fit. The newest few thousand entries are read one by one, which finds common words
 * within milliseconds; what is rarer is then looked up in the index of words, one stretch of months after
 * the other, each twice as long as the last, so that no word makes it read more than it shows.
 */
export async function collect(house: House, asked: Reach, wanted: number): Promise<Collected> {
  const until = performance.now() + BUDGET_MILLISECONDS
  const path = pathOf(asked)
  const candidates: Candidate[] = []
  let reach = asked
  do {
    candidates.push(...(await walks[path](house, { ...reach, wanted: wanted - candidates.length })))
    if (candidates.length >= wanted) return { candidates, stoppedAt: undefined }
    const [end] = await walkEnds[path](house, reach)
    if (!end) return { candidates, stoppedAt: undefined }
    reach = { ...reach, time: end.written_at, id: end.id }
    if (reach.query && !reach.author) return collectByWords(house, reach, { candidates, wanted, until })
  } while (performance.now() < until)
  return { candidates, stoppedAt: { time: reach.time, id: reach.id } }
}

interface Going {
  candidates: Candidate[]
  wanted: number
  until: number
}

async function collectByWords(
  house: House,
  begin: Reach,
  { candidates, wanted, until }: Going,
): Promise<Collected> {
  const [first] = await oldest(house, begin)
  const floor = first && first.written_at > begin.from ? first.written_at : begin.from
  let at: Place = { time: begin.time, id: begin.id }
  for (let months = 1; at.time > floor; ) {
    if (performance.now() > until) return { candidates, stoppedAt: at }
    const { marks, before } = stretchBack(at.time, months)
    const query = `(${begin.query}) & (${marks.map((mark) => `'${mark}'`).join(' | ')})`
    const matching = await stretch(house, { ...begin, query, time: at.time, id: at.id })
    if (matching.length > 0) {
      const ids = matching.map(({ id }) => id)
      candidates.push(
        ...(await findable(house, {
          community: begin.community,
          member: begin.member,
          ids,
          wanted: wanted - candidates.length,
        })),
      )
    }
    if (candidates.length >= wanted) break
    // A full list may have more behind it in the same months.
    const full = matching.length >= RANKED
    at = full ? placeOf(matching.at(-1)!) : before
    months = full ? 1 : Math.min(months * 2, 16)
  }
  return { candidates, stoppedAt: undefined }
}
