import { makeKinds, readPlaces } from './lib/kinds.mjs'
import { load } from './lib/load.mjs'
import { openPlace } from './lib/place.mjs'
import { fixed, publish, table } from './lib/report.mjs'
import { startServer } from './lib/server.mjs'

const ROUNDS = process.argv.includes('--short') ? 1 : 7
const measured = ['topicOut', 'topicIn', 'spaceOut', 'spaceIn', 'feedOut', 'feedIn']

async function open(size, say) {
  const place = await openPlace(size, say)
  const server = await startServer(place)
  return { place, server, kinds: await makeKinds(await readPlaces(place.url), ['x']) }
}

/** `npm run bench -- scale`: the same pages on a small and on a large community, in turn. */
export async function benchScale(say) {
  const small = await open('small', say)
  const large = await open('large', say)
  try {
    const rows = []
    for (const name of measured) {
      const p50 = { small: [], large: [] }
      for (let round = -1; round < ROUNDS; round++)
        for (const [size, { server, kinds }] of Object.entries({ small, large })) {
          const found = await load(server, kinds[name], { connections: 1, milliseconds: 600 })
          if (round >= 0) p50[size].push(found.p50)
        }
      const [few, many] = [Math.min(...p50.small), Math.min(...p50.large)]
      rows.push([small.kinds[name].name, fixed(few), fixed(many), `${fixed(many / few)}x`])
    }
    publish(
      'scale',
      'The same pages at 1,000 and at 1,000,000 replies',
      `${table(['Page', 'p50 ms at 1,000', 'p50 ms at 1,000,000', ''], rows)}

One connection; the least p50 of ${ROUNDS} interleaved rounds.`,
    )
  } finally {
    for (const { server, place } of [small, large]) {
      await server.stop()
      await place.stop()
    }
  }
}
