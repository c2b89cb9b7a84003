import pg from 'pg'
import { makeKinds, readPlaces } from './lib/kinds.mjs'
import { load } from './lib/load.mjs'
import { openPlace } from './lib/place.mjs'
import { fixed, publish, table } from './lib/report.mjs'
import { startServer } from './lib/server.mjs'

const SMALL = process.argv.includes('--small')
const ROUNDS = process.argv.includes('--short') ? 1 : 9
const WRITERS = 60
const MARK = 'written for the measurement of orders'

/** Writers whom no page shows, so that the place is as large as the kind order asks for. */
const asLarge = (client) =>
  client.query(
    `insert into posts (community_id, id, space_id, author_id, title, body, html, language, created_at, active_at)
    select c.id, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), $1, '', '', 'en', now(), now()
    from communities c, generate_series(1, ${WRITERS})`,
    [MARK],
  )

/** Lets every space choose the kind order; what was there before is put back by the answer. */
async function chooseEverywhere(client) {
  const before = await client.query('select id, kind from spaces')
  await asLarge(client)
  await client.query("update spaces set kind = 'hobby'")
  await client.query(`insert into kind_orders (community_id, space_id, unanswered, first, bridges, chosen_by, chosen_at)
    select s.community_id, s.id, 24, 12, 6, gen_random_uuid(), now() from spaces s on conflict do nothing`)
  return async () => {
    await client.query('delete from kind_orders')
    await client.query('delete from posts where title = $1', [MARK])
    for (const { id, kind } of before.rows)
      await client.query('update spaces set kind = $2 where id = $1', [id, kind])
  }
}

/** Asks each page once and sees that it is the order it is measured as. */
async function checkOrder(server, slug) {
  const read = async (path) => (await fetch(`http://127.0.0.1:${server.port}${path}`)).text()
  const says = 'class="block why"'
  if (!(await read(`/spaces/${slug}`)).split('<h2 class="vh">Lately')[1]?.includes(says))
    throw new Error('The spaces of this sample are not in kind order.')
  if ((await read(`/spaces/${slug}?order=newest`)).includes(says))
    throw new Error('Newest first is not newest first.')
}

async function measure(server, kinds, ways) {
  const found = Object.fromEntries(ways.map((way) => [way, { cpu: [], p50: [] }]))
  for (let round = -1; round < ROUNDS; round++)
    for (const way of ways) {
      const { cpuMilliseconds, p50 } = await load(server, kinds[way], { connections: 1, milliseconds: 800 })
      if (round < 0) continue
      found[way].cpu.push(cpuMilliseconds)
      found[way].p50.push(p50)
    }
  return (way) => ({ cpu: Math.min(...found[way].cpu), p50: Math.min(...found[way].p50) })
}

/** `npm run bench -- order [--small]`: a space in its kind order beside the same space newest first, in turn. */
export async function benchOrder(say) {
  const size = SMALL ? 'small' : 'large'
  const place = await openPlace(size, say)
  const client = new pg.Client({ connectionString: place.url })
  await client.connect()
  const putBack = await chooseEverywhere(client)
  const server = await startServer(place)
  try {
    const places = await readPlaces(place.url)
    await checkOrder(server, places.spaces[0])
    const usual = await makeKinds(places, ['x'])
    const newest = { ...places, spaces: places.spaces.map((slug) => `${slug}?order=newest`) }
    const kinds = { kindOut: usual.spaceOut, kindIn: usual.spaceIn }
    const other = await makeKinds(newest, ['x'])
    Object.assign(kinds, { newestOut: other.spaceOut, newestIn: other.spaceIn })
    const of = await measure(server, kinds, ['newestOut', 'kindOut', 'newestIn', 'kindIn'])
    const row = (name, first, second) => {
      const [one, two] = [of(first), of(second)]
      return [
        name,
        fixed(one.p50),
        fixed(two.p50),
        `${fixed(two.p50 / one.p50)}x`,
        fixed(one.cpu),
        fixed(two.cpu),
        `${fixed(two.cpu / one.cpu)}x`,
      ]
    }
    publish(
      'order',
      `A space in its kind order and newest first, at ${SMALL ? '1,000' : '1,000,000'} replies`,
      `${table(
        [
          'Page',
          'p50 ms newest first',
          'p50 ms kind order',
          '',
          'CPU ms newest first',
          'CPU ms kind order',
          '',
        ],
        [row('Space, signed out', 'newestOut', 'kindOut'), row('Space, signed in', 'newestIn', 'kindIn')],
      )}

One connection; the least of ${ROUNDS} rounds taken in turn. The kind order carries its band of three, a reason on each post, and the look at the newest
200 once a second for each space; newest first has none of them. It must cost at most 1.3 times as much.`,
    )
  } finally {
    await server.stop()
    await putBack()
    await client.end()
    await place.stop()
  }
}
