import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import pg from 'pg'
import { copyInto } from './copy.mjs'
import { MONTH, planThreads, sizes } from './plan.mjs'
import { makeRandom } from './random.mjs'
import { makeVocabulary } from './vocabulary.mjs'
import { makeWriter } from './writer.mjs'

/** What pages are measured as: a member with blocks, thanks and read marks, signed in by this session. */
export const reader = { number: 7, token: 'bench-session-of-the-measured-reader' }
/** Members who post: many, because nobody may post hundreds of times in a few minutes. */
export const WRITERS = 1_000
export const writerToken = (number) => `bench-session-of-writer-${number}`
const VERSION = 1

const idOf = (name, time) => {
  const bytes = createHash('sha1').update(name).digest().subarray(0, 16)
  bytes.writeUIntBE(Math.floor(time), 0, 6)
  bytes[6] = (bytes[6] & 0x0f) | 0x70
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
const iso = (time) => new Date(time).toISOString()

/** Everything that follows from the size and the day, before the first text is written. */
function makeWorld(size, now) {
  const random = makeRandom(4600)
  const begin = now - size.months * MONTH
  const community = idOf('community', begin)
  const spaces = Array.from({ length: 20 }, (_, index) => ({
    id: idOf(`space ${index}`, begin),
    kind: ['hobby', 'support', 'project', 'family', 'team'][index % 5],
    visibility: index < 13 ? 'public' : index < 18 ? 'members' : 'invited',
  }))
  const members = Array.from({ length: size.members }, (_, index) => idOf(`member ${index}`, begin + index))
  return { random, begin, now, size, community, spaces, members }
}

async function addPeople(client, world) {
  const { community, spaces, members, random, begin, now } = world
  const words = makeVocabulary().slice(400)
  const name = (index) =>
    `${words[index % words.length]} ${words[(index * 7 + 3) % words.length]}`.replace(/\b[a-z]/g, (one) =>
      one.toUpperCase(),
    )
  await client.query(
    `insert into communities (id, host, name, tagline, guidelines, time_zone, language, sign_up, minimum_age, opened_at, created_at)
     values ($1, null, 'Millbrook', 'Neighbours, many of them.', 'Speak about the thing, not the person.', 'UTC', 'en', 'open', 13, $2, $2)`,
    [community, iso(begin)],
  )
  const account = idOf('account of the reader', begin)
  await client.query('insert into accounts (id, name, email, email_verified) values ($1, $2, $3, true)', [
    account,
    name(reader.number),
    'reader@bench.invalid',
  ])
  await client.query('insert into sessions (id, token, account_id, expires_at) values ($1, $2, $3, $4)', [
    idOf('session', begin),
    reader.token,
    account,
    iso(now + 20 * 12 * MONTH),
  ])
  await copyInto(
    client,
    'members',
    ['community_id', 'id', 'account_id', 'name', 'handle', 'joined_at', 'guidelines_agreed_at'],
    members.map((id, index) => [
      community,
      id,
      index === reader.number ? account : null,
      name(index),
      `m${index}`,
      iso(begin),
      iso(begin),
    ]),
  )
  await copyInto(
    client,
    'spaces',
    ['community_id', 'id', 'slug', 'name', 'kind', 'visibility', 'description', 'position', 'created_at'],
    spaces.map(({ id, kind, visibility }, index) => [
      community,
      id,
      `space-${index}`,
      `${words[index * 31]} corner`,
      kind,
      visibility,
      `All about ${words[index * 17]}.`,
      index,
      iso(begin),
    ]),
  )
  await copyInto(
    client,
    'space_members',
    ['community_id', 'space_id', 'member_id', 'joined_at'],
    spaces
      .filter(({ visibility }) => visibility === 'invited')
      .flatMap(({ id }, index) =>
        members
          .filter((_, member) => member % 3 === index)
          .map((member) => [community, id, member, iso(begin)]),
      ),
  )
  const pairs = new Map()
  const among = Math.floor(members.length / 2)
  for (let count = 0; count < among; count++)
    pairs.set(`${random.below(members.length)}>${random.below(members.length)}`, 0)
  for (let count = 0; count < 8; count++)
    pairs.set(count % 2 ? `${reader.number}>${20 + count}` : `${30 + count}>${reader.number}`, 0)
  const blocks = [...pairs.keys()]
    .map((pair) => pair.split('>').map(Number))
    .filter(([one, other]) => one !== other)
  await copyInto(
    client,
    'blocks',
    ['community_id', 'blocker_id', 'blocked_id', 'created_at'],
    blocks.map(([one, other]) => [community, members[one], members[other], iso(begin)]),
  )
  await copyInto(
    client,
    'mutes',
    ['community_id', 'muter_id', 'muted_id', 'created_at'],
    [40, 41, 42].map((other) => [community, members[reader.number], members[other], iso(begin)]),
  )
}

/** Few write much and many write little. */
const author = (world) => Math.floor(world.members.length * world.random.real() ** 2.2)

function* postRows(world, plan, writer, made) {
  const { community, spaces, members, random } = world
  for (const [index, time] of plan.times.entries()) {
    const space = spaces[Math.floor(20 * random.real() ** 1.4)]
    const { body, html } = writer.text(60)
    const id = idOf(`post ${index}`, time)
    const lost = plan.counts[index] === 50 ? 1 : random.below(400)
    const by = author(world)
    made.posts.push({ id, by })
    yield [
      community,
      id,
      space.id,
      members[by],
      space.kind === 'support' && random.below(20) === 0,
      writer.title(),
      body,
      html,
      iso(time),
      lost === 0 ? iso(time) : null,
      lost === 2 ? iso(time) : null,
      plan.counts[index],
      iso(made.active[index] || time),
    ]
  }
}

function* replyRows(world, plan, writer, made) {
  const { community, members, random } = world
  const threads = plan.times.map(() => undefined)
  const kept = Array.from(threads, () => [])
  for (const [index, { post, time }] of plan.replies.entries()) {
    const id = idOf(`reply ${index}`, time)
    const thread = kept[post]
    const parent = thread.length > 0 && random.below(3) === 0 ? random.pick(thread) : undefined
    const bytes = id.replaceAll('-', '')
    const path = parent ? parent.path.slice(0, 64) + bytes : bytes
    const by = author(world)
    if (thread.length < 60) thread.push({ id, path })
    const { body, html } = writer.text(32)
    made.reply(id, post, by)
    const lost = random.below(500)
    yield [
      community,
      made.posts[post].id,
      id,
      parent?.id ?? null,
      `\\x${path}`,
      members[by],
      false,
      body,
      html,
      iso(time),
      lost === 0 ? iso(time) : null,
      lost === 1 ? iso(time) : null,
    ]
  }
}

async function addEntries(client, world) {
  // Its own beginning: a run that was cut off before goes on with the same texts.
  const random = makeRandom(71)
  world.random = random
  const { size, now } = world
  const plan = planThreads(random, size, now)
  const writer = makeWriter(random, makeVocabulary(), size.posts + size.replies)
  const active = new Float64Array(size.posts)
  for (const { post, time } of plan.replies) active[post] = Math.max(active[post], time)
  // One answer in six is thanked for, by somebody else.
  const thanks = []
  const made = {
    posts: [],
    active,
    reply(id, post, by) {
      if (random.below(6) === 0)
        thanks.push({ id, post, by, giver: random.below(40) === 0 ? reader.number : author(world) })
    },
  }
  await client.query(
    'alter table posts disable trigger posts_search; alter table replies disable trigger replies_search',
  )
  await copyInto(
    client,
    'posts',
    [
      'community_id',
      'id',
      'space_id',
      'author_id',
      'unnamed',
      'title',
      'body',
      'html',
      'created_at',
      'deleted_at',
      'hidden_at',
      'reply_count',
      'active_at',
    ],
    postRows(world, plan, writer, made),
  )
  await copyInto(
    client,
    'replies',
    [
      'community_id',
      'post_id',
      'id',
      'parent_id',
      'path',
      'author_id',
      'unnamed',
      'body',
      'html',
      'created_at',
      'deleted_at',
      'hidden_at',
    ],
    replyRows(world, plan, writer, made),
  )
  await client.query(
    'alter table posts enable trigger posts_search; alter table replies enable trigger replies_search',
  )
  await copyInto(
    client,
    'thanks',
    [
      'community_id',
      'id',
      'giver_id',
      'receiver_id',
      'post_id',
      'reply_id',
      'words',
      'showing',
      'created_at',
    ],
    thanks
      .filter(({ by, giver }) => by !== giver)
      .map(({ id, post, by, giver }, index) => [
        world.community,
        idOf(`thanks ${index}`, now - 1000),
        world.members[giver],
        world.members[by],
        made.posts[post].id,
        id,
        index % 3 ? 'It saved my week.' : '',
        index % 2 ? 'shown' : 'between',
        iso(now - 1000),
      ]),
  )
  const read = made.posts.filter((_, index) => index % 4 > 0).slice(-20_000)
  await copyInto(
    client,
    'read_marks',
    ['community_id', 'member_id', 'post_id', 'read_at', 'since'],
    read.map(({ id }, index) => [
      world.community,
      world.members[reader.number],
      id,
      iso(now - (index % 50) * 3_600_000),
      iso(now - MONTH),
    ]),
  )
}

/** Sessions of those who post. */
async function addWriters(client, { members, begin, now, size }) {
  const count = Math.min(WRITERS, size.members - 20)
  const accounts = Array.from({ length: count }, (_, index) => idOf(`account of writer ${index}`, begin))
  await copyInto(
    client,
    'accounts',
    ['id', 'name', 'email', 'email_verified'],
    accounts.map((id, index) => [id, '', `writer-${index}@bench.invalid`, true]),
  )
  await copyInto(
    client,
    'sessions',
    ['id', 'token', 'account_id', 'expires_at'],
    accounts.map((id, index) => [
      idOf(`session of writer ${index}`, begin),
      writerToken(index),
      id,
      iso(now + 240 * MONTH),
    ]),
  )
  const writers = members.slice(members.length - count)
  await client.query(
    'update members m set account_id = given.account from unnest($1::uuid[], $2::uuid[]) given (member, account) where m.id = given.member',
    [writers, accounts],
  )
}

const searchIndexes = `select indexname, indexdef from pg_indexes where tablename = 'search_entries' and indexname <> 'search_entries_pkey'`

/** The words of all entries at once, on as many connections as there are cores; the indexes come after. */
async function addSearch(client, url) {
  const { rows: indexes } = await client.query(searchIndexes)
  for (const { indexname } of indexes) await client.query(`drop index ${indexname}`)
  await client.query('truncate search_entries')
  const parts = Math.max(1, Math.min(4, availableParallelism()))
  const columns = 'community_id, entry_id, is_reply, space_id, author_id, written_at, words'
  const {
    rows: [span],
  } = await client.query('select min(created_at) as low, max(created_at) as high from replies')
  const step = (span.high - span.low) / parts
  await Promise.all(
    Array.from({ length: parts }, async (_, part) => {
      const worker = new pg.Client({ connectionString: url })
      await worker.connect()
      const range = [
        part === 0 ? '-infinity' : iso(+span.low + part * step),
        part === parts - 1 ? 'infinity' : iso(+span.low + (part + 1) * step),
      ]
      await worker.query(
        `insert into search_entries (${columns})
         select * from (
           select p.community_id, p.id, false, p.space_id, case when p.unnamed then null else p.author_id end, p.created_at as at, search_words(p.language, p.title, p.body, p.created_at)
           from posts p where p.deleted_at is null and p.hidden_at is null and p.created_at >= $1 and p.created_at < $2
           union all
           select r.community_id, r.id, true, p.space_id, case when r.unnamed then null else r.author_id end, r.created_at, search_words(r.language, '', r.body, r.created_at)
           from replies r join posts p on p.community_id = r.community_id and p.id = r.post_id
           where r.deleted_at is null and r.hidden_at is null and r.created_at >= $1 and r.created_at < $2) everything
         order by at`,
        range,
      )
      await worker.end()
    }),
  )
  await client.query(
    `insert into search_languages select id, 'english' from communities on conflict do nothing`,
  )
  await client.query(`set maintenance_work_mem = '512MB'`)
  for (const { indexdef } of indexes) await client.query(indexdef)
}

/**
 * Fills an empty, migrated database. What is there already stays: each step is marked when it is whole,
 * and begun anew when it was cut off.
 */
export async function seed(url, sizeName, say) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    'create table if not exists bench_seed (step text primary key, now timestamptz not null)',
  )
  const { rows } = await client.query('select step, now from bench_seed order by now')
  const done = new Set(rows.map(({ step }) => step))
  const name = (step) => `${step} ${sizeName} ${VERSION}`
  const now = rows[0] ? +rows[0].now : Date.now()
  if (rows.length > 0 && ![...done].every((step) => step.endsWith(` ${sizeName} ${VERSION}`)))
    throw new Error('This folder holds another sample. Remove it and seed again.')
  const world = makeWorld(sizes[sizeName], now)
  const run = async (step, work, alone = true) => {
    if (done.has(name(step))) return
    const begun = Date.now()
    say(`${step} ...`)
    if (alone) await client.query('begin')
    await work()
    await client.query('insert into bench_seed values ($1, $2)', [name(step), iso(now)])
    if (alone) await client.query('commit')
    say(`${step}: ${((Date.now() - begun) / 1000).toFixed(0)} s`)
  }
  await run('people', () => addPeople(client, world))
  await run('entries', () => addEntries(client, world))
  await run('writers', () => addWriters(client, world))
  await run('words', () => addSearch(client, url), false)
  await run('tidy', () => client.query('vacuum analyze'), false)
  await client.end()
}
