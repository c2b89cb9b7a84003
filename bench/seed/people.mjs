import { copyInto } from './copy.mjs'
import { MONTH } from './plan.mjs'
import { makeVocabulary } from './vocabulary.mjs'
import { idOf, iso, reader, WRITERS, writerToken } from './world.mjs'

/** The place, its members and spaces, and who keeps apart from whom. */
export async function addPeople(client, world) {
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

/** Sessions of those who post. */
export async function addWriters(client, { members, begin, now, size }) {
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
