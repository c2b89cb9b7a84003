import pg from 'pg'
import { bare, makeKinds, readPlaces } from './lib/kinds.mjs'
import { load } from './lib/load.mjs'
import { openPlace } from './lib/place.mjs'
import { fixed, publish, table } from './lib/report.mjs'
import { startBare, startServer } from './lib/server.mjs'
import { weigh } from './lib/weigh.mjs'
import { searchWords } from './search.mjs'

/** `--short` is for trying the bench itself: fewer rounds, and numbers that say little. */
const ROUNDS = process.argv.includes('--short') ? 1 : 5

const least = (rounds, field) => Math.min(...rounds.map((one) => one[field]))
const most = (rounds, field) => Math.max(...rounds.map((one) => one[field]))

/** Measures every kind once a round, in turn, so that a busy minute of the machine falls on all of them. */
async function measure(asked, shape) {
  const rounds = new Map(asked.map(({ kind }) => [kind, []]))
  for (let round = 0; round < ROUNDS; round++)
    for (const { kind, server } of asked) rounds.get(kind).push(await load(server, kind, shape))
  return rounds
}

function rowOf(kind, one, sixteen) {
  return [
    kind.name,
    fixed(Math.min(least(one, 'cpuMilliseconds'), least(sixteen, 'cpuMilliseconds'))),
    fixed(most(one, 'perSecond'), 0),
    `${fixed(least(one, 'p50'), 1)} / ${fixed(least(one, 'p99'), 1)}`,
    fixed(most(sixteen, 'perSecond'), 0),
    `${fixed(least(sixteen, 'p50'), 1)} / ${fixed(least(sixteen, 'p99'), 1)}`,
  ]
}

const kilobytes = (bytes) => `${fixed(bytes / 1000, 1)} KB`

function weightRows(name, loaded) {
  const sum = (files) => files.reduce((total, { size }) => total + size, 0)
  const scripts = loaded.filter(({ file }) => file.endsWith('.js'))
  const encodings = [...new Set(loaded.map(({ encoding }) => encoding))].join(', ')
  return [name, String(loaded.length), kilobytes(sum(loaded)), kilobytes(sum(scripts)), encodings]
}

/** What was written while measuring goes again, so that the next run meets the same community. */
async function clearReplies(url, since) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    `with gone as (delete from replies where created_at >= $1 returning community_id, post_id)
    update posts p set reply_count = reply_count - counted.count
    from (select community_id, post_id, count(*) as count from gone group by 1, 2) counted
    where p.community_id = counted.community_id and p.id = counted.post_id`,
    [since],
  )
  await client.query('delete from limits')
  await client.end()
}

/** `npm run bench -- pages` */
export async function benchPages(say) {
  const place = await openPlace('large', say)
  const server = await startServer(place)
  const alone = await startBare()
  const since = new Date()
  try {
    const places = await readPlaces(place.url)
    const kinds = Object.values(await makeKinds(places, searchWords))
    const asked = [...kinds.map((kind) => ({ kind, server })), { kind: bare, server: alone }]
    for (const { kind, server } of asked)
      await load(server, kind, { connections: 4, milliseconds: 2_000, most: 1_500 })
    say('Warm. Measuring ...')
    const one = await measure(asked, { connections: 1, milliseconds: 1_000 })
    const sixteen = await measure(asked, { connections: 16, milliseconds: 1_500 })
    const { memory } = await server.usage()
    const path = `/posts/${places.topics[0]}`
    const out = await weigh(server.port, path)
    const signedIn = await weigh(server.port, path, (await makeKinds(places, ['x'])).topicIn.next().headers)
    publish(
      'pages',
      'Pages at 100,000 posts and 1,000,000 replies',
      `${table(
        [
          'Request',
          'CPU ms',
          'requests/s, 1 connection',
          'p50 / p99 ms',
          'requests/s, 16 connections',
          'p50 / p99 ms',
        ],
        asked.map(({ kind }) => rowOf(kind, one.get(kind), sixteen.get(kind))),
      )}

CPU is the server process's own (PostgreSQL runs beside it), the least of ${2 * ROUNDS} interleaved rounds; requests a second and
times are the best of ${ROUNDS}. Every page is rendered anew each time. The client and PostgreSQL share the machine's cores with
the server; the last row is what Node.js alone takes to send 40 KB that lie ready, in the same minutes. Server memory after all of it: ${fixed(memory / 1e6, 0)} MB.

${table(['First visit to a topic with 50 replies', 'Requests', 'In all', 'Script', 'Compressed'], [weightRows('Signed out', out), weightRows('Signed in', signedIn)])}`,
    )
  } finally {
    await alone.stop()
    await server.stop()
    await clearReplies(place.url, since)
    await place.stop()
  }
}
