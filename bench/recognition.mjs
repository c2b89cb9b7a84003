import { availableParallelism, loadavg } from 'node:os'
import pg from 'pg'
import { makeCookie } from './lib/kinds.mjs'
import { openLivePage } from './lib/live-pages.mjs'
import { load, quantiles } from './lib/load.mjs'
import { openPlace } from './lib/place.mjs'
import { fixed, publish, table } from './lib/report.mjs'
import { startServer } from './lib/server.mjs'
import { addTellings } from './seed/tellings.mjs'
import { reader } from './seed/world.mjs'

const SHORT = process.argv.includes('--short')
const TELLINGS = 10_000
const PAGES = 50
const AT_ONCE = 200
const TOPICS = SHORT ? 1 : 5
const GIVERS = 20
const MILLISECONDS = SHORT ? 1_000 : 6_000

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** People who can sign in, with their sessions; behind no block, so that nothing is kept from anybody. */
async function peopleOf(client) {
  const { rows } = await client.query(
    `select m.id, s.token from members m join sessions s on s.account_id = m.account_id
     where s.token like 'bench-session-of-writer-%' and not exists (select from blocks b where m.id in (b.blocker_id, b.blocked_id))
     order by m.handle`,
  )
  return rows
}

/** Full threads in a space that shows thanks, with those who answered there. */
async function topicsOf(client, people) {
  const { rows } = await client.query(
    `select p.id, p.author_id as author, array_agg(distinct r.author_id) as answered from posts p
     join spaces s on s.id = p.space_id join replies r on r.post_id = p.id
     where s.visibility = 'public' and s.kind in ('hobby', 'project') and p.deleted_at is null and p.hidden_at is null
       and not p.unnamed and p.author_id = any($1) and not r.unnamed and r.deleted_at is null and r.hidden_at is null
     group by p.id, p.author_id having count(distinct r.author_id) > $2 order by p.id desc limit 50`,
    [people.map(({ id }) => id), GIVERS],
  )
  return rows
}

/** Thanks somebody for a post, as the form does. */
function thank(port, cookie, postId, words) {
  return fetch(`http://127.0.0.1:${port}/thank`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie,
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    },
    body: new URLSearchParams({ post: postId, gift: 'thanks', words, showing: 'offered' }),
  }).then(async (answer) => {
    await answer.arrayBuffer()
    if (answer.status !== 303) throw new Error(`Thanking answered ${answer.status}.`)
  })
}

/** The ripple of one who helped for years and of one who began: the whole request. */
async function measureRipple(server, cookie, client, { people, tellers }) {
  const {
    rows: [few],
  } = await client.query(
    `select m.id, s.token from members m join sessions s on s.account_id = m.account_id
     where m.id = any($1) order by m.id limit 1`,
    [people.map(({ id }) => id)],
  )
  await client.query(
    `delete from thanks where receiver_id = $1 and id not in
    (select id from thanks where receiver_id = $1 and words <> '' order by id desc limit 10)`,
    [few.id],
  )
  const kind = (name, token) => ({
    name,
    status: 200,
    next: () => ({ path: '/ripple', headers: { cookie: cookie(token) } }),
  })
  const rows = []
  for (const [name, token] of [
    [`${TELLINGS.toLocaleString('en')} tellings, ${tellers.toLocaleString('en')} people`, reader.token],
    ['10 tellings', few.token],
  ]) {
    const one = kind(name, token)
    await load(server, one, { connections: 1, milliseconds: 1_000 })
    const alone = await load(server, one, { connections: 1, milliseconds: MILLISECONDS })
    const four = await load(server, one, { connections: 4, milliseconds: MILLISECONDS })
    rows.push([
      name,
      ...[alone, four].flatMap(({ p50, p95 }) => [fixed(p50, 1), fixed(p95, 1)]),
      fixed(alone.cpuMilliseconds),
    ])
  }
  return table(['The ripple of a member with', 'p50 ms', 'p95 ms', '4 at once: p50', 'p95', 'CPU ms'], rows)
}

/** From the press on Send until each open page of the thread has heard of it. */
async function measureLive(server, cookie, client, people) {
  const topics = (await topicsOf(client, people)).slice(0, TOPICS)
  const byId = new Map(people.map((one) => [one.id, one]))
  const times = []
  let presses = 0
  let late = 0
  for (const { id, author, answered } of topics) {
    await client.query(
      `insert into thanks_choices (community_id, member_id, showing) select community_id, id, 'always' from members where id = $1
       on conflict (community_id, member_id) do update set showing = 'always'`,
      [author],
    )
    const givers = answered.filter((one) => one !== author && byId.has(one)).slice(0, GIVERS)
    const listeners = people.filter((one) => one.id !== author && !givers.includes(one.id)).slice(0, PAGES)
    const pages = await Promise.all(
      listeners.map(({ token }) =>
        openLivePage(server.port, { topic: 'thanks', key: id, cookie: cookie(token) }),
      ),
    )
    await pause(500)
    for (const giver of givers) {
      const before = pages.map(({ heard }) => heard.size)
      const pressed = performance.now()
      await thank(server.port, cookie(byId.get(giver).token), id, 'It rose.')
      presses++
      for (let wait = 0; wait < 300 && pages.some(({ heard }, at) => heard.size === before[at]); wait++)
        await pause(10)
      for (const [at, { heard }] of pages.entries()) {
        if (heard.size === before[at]) late++
        else times.push([...heard.values()].at(-1) - pressed)
      }
    }
    for (const page of pages) page.close()
  }
  if (times.length === 0) throw new Error('No thread of this sample has enough who answered.')
  const { p50, p95, p99 } = quantiles(times)
  return table(
    [`${presses} thanks, ${PAGES} open pages each`, 'p50 ms', 'p95 ms', 'p99 ms', 'not heard within 3 s'],
    [['from press to page', fixed(p50, 0), fixed(p95, 0), fixed(p99, 0), `${late} of ${presses * PAGES}`]],
  )
}

/** Two hundred people thank one post at the same moment, each pressing twice. */
async function measureAtOnce(server, cookie, client, people) {
  const [topic] = (await topicsOf(client, people)).slice(TOPICS)
  const crowd = people.filter(({ id }) => id !== topic.author).slice(0, AT_ONCE)
  const begun = performance.now()
  const times = []
  await Promise.all(
    crowd.flatMap(({ token }) =>
      [1, 2].map(async () => {
        const pressed = performance.now()
        await thank(server.port, cookie(token), topic.id, 'All of us.')
        times.push(performance.now() - pressed)
      }),
    ),
  )
  const seconds = (performance.now() - begun) / 1000
  const {
    rows: [kept],
  } = await client.query(
    `select count(*)::int as rows, count(distinct giver_id)::int as givers from thanks where post_id = $1 and words = 'All of us.'`,
    [topic.id],
  )
  const { p50, p95 } = quantiles(times)
  return table(
    [
      `${crowd.length} people, pressing twice each, all at once`,
      'lost',
      'doubled',
      'p50 ms',
      'p95 ms',
      'all of it, s',
    ],
    [
      [
        'one post',
        String(crowd.length - kept.givers),
        String(kept.rows - kept.givers),
        fixed(p50, 0),
        fixed(p95, 0),
        fixed(seconds, 1),
      ],
    ],
  )
}

/** What was given while measuring goes again. */
async function clear(client, since) {
  await client.query('delete from thanks where created_at >= $1', [since])
  await client.query('delete from thanks_choices')
  await client.query('delete from limits')
}

/** `npm run bench -- recognition` */
export async function benchRecognition(say) {
  const place = await openPlace('recognition', say)
  const client = new pg.Client({ connectionString: place.url })
  await client.connect()
  say('What people told ...')
  const tellers = await addTellings(client, TELLINGS)
  const since = new Date()
  const [busy] = loadavg()
  const server = await startServer(place)
  try {
    const cookie = await makeCookie()
    const people = await peopleOf(client)
    say('Measuring ...')
    const ripple = await measureRipple(server, cookie, client, { people, tellers })
    const live = await measureLive(server, cookie, client, people)
    const atOnce = await measureAtOnce(server, cookie, client, people)
    publish(
      'recognition',
      'Recognition',
      `${ripple}

The whole request, by a client on the same machine. Each of those who told was told by 40 others; a tenth of the tellings are "I did this
too". The page draws ten names, out of the newest five hundred tellings.

${live}

From the moment before Send is pressed to the event on the connection of a page of the same thread; every page is another member's. The client
and PostgreSQL share the machine's cores with the server.

${atOnce}

The same is a test, without the network: \`npm run endure -- thanks/guard\`. How much else ran on the machine before the measuring began (its
load; ${availableParallelism()} would be all of its cores): ${fixed(busy, 1)}.`,
    )
  } finally {
    await server.stop()
    await clear(client, since)
    await client.end()
    await place.stop()
  }
}
