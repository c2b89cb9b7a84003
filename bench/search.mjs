import { makeKinds, readPlaces } from './lib/kinds.mjs'
import { load } from './lib/load.mjs'
import { openPlace } from './lib/place.mjs'
import { fixed, publish, table } from './lib/report.mjs'
import { startServer } from './lib/server.mjs'
import { ABSENT, makeVocabulary, planted } from './seed/vocabulary.mjs'

const vocabulary = makeVocabulary()
/** From one that stands in every third entry to one that stands in none. */
export const searchWords = [120, 260, 500, 1_000, 2_500, 6_000]
  .map((rank) => vocabulary[rank])
  .concat(Object.keys(planted), ABSENT)

const PAGES = 40

/** `npm run bench -- search` */
export async function benchSearch(say) {
  const place = await openPlace('large', say)
  const server = await startServer(place)
  try {
    const places = await readPlaces(place.url)
    const shape = { connections: 1, milliseconds: 10_000, most: PAGES }
    const rows = []
    const all = []
    for (const word of searchWords) {
      const { search } = await makeKinds(places, [word])
      await load(server, search, { ...shape, most: 5 })
      const found = await load(server, search, { ...shape, keep: all })
      rows.push([word, fixed(found.p50, 1), fixed(found.p95, 1)])
    }
    const sorted = all.sort((one, other) => one - other)
    const p95 = sorted[Math.floor(sorted.length * 0.95)]
    publish(
      'search',
      'Search at 1,000,000 replies, newest first',
      `${table(['Word, from common to absent', 'p50 ms', 'p95 ms'], rows)}

Whole pages with marked excerpts, signed in with blocks and mutes, ${PAGES} of each one after the other. p95 over all ten words: ${fixed(p95, 1)} ms.`,
    )
  } finally {
    await server.stop()
    await place.stop()
  }
}
