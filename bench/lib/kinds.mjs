import pg from 'pg'
import { TOPIC_REPLIES } from '../seed/plan.mjs'
import { reader, WRITERS, writerToken } from '../seed/world.mjs'
import { fromBuild } from './place.mjs'
import { SECRET } from './server.mjs'

/** The Cookie header of a session, signed as the server signs it. */
export async function makeCookie() {
  const { makeSessionCookies } = await fromBuild('members/accounts/session-cookie.js')
  const { COOKIE } = await fromBuild('members/accounts/better-auth.js')
  const cookies = makeSessionCookies(COOKIE, SECRET, false)
  return (token) => cookies.write(token).split(';')[0]
}

const inTurn = (list) => {
  let index = 0
  return () => list[index++ % list.length]
}

/** What is asked of a seeded community: ids and names from its database. */
export async function readPlaces(url) {
  const { POSTS_PER_PAGE } = await fromBuild('conversation/rules.js')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const ids = async (text) => (await client.query(text)).rows.map(({ id }) => id)
  // Open to everyone, the measured reader included: a block would answer "not found".
  const open = `from posts p join spaces s on s.id = p.space_id
    where s.visibility = 'public' and p.deleted_at is null and p.hidden_at is null and not exists (
      select from blocks b join members m on m.handle = 'm${reader.number}'
      where (b.blocker_id = m.id and b.blocked_id = p.author_id) or (b.blocked_id = m.id and b.blocker_id = p.author_id))`
  const topics = await ids(
    `select p.id ${open} and p.reply_count = ${TOPIC_REPLIES} order by p.id desc limit 200`,
  )
  const quiet = await ids(
    `select p.id ${open} and p.reply_count between 1 and 6 order by p.id desc limit 500`,
  )
  // A full page each, also for who has muted somebody: half a page is half the work.
  const spaces = await client.query(
    `select s.slug ${open} and not exists (
      select from mutes u join members m on m.id = u.muter_id where m.handle = 'm${reader.number}' and u.muted_id = p.author_id)
    group by s.slug having count(*) >= $1 order by s.slug`,
    [POSTS_PER_PAGE],
  )
  await client.end()
  if (spaces.rows.length === 0) throw new Error('No space of this sample fills a page.')
  return { topics, quiet, spaces: spaces.rows.map(({ slug }) => slug) }
}

/** Asks the bare server. */
export const bare = {
  name: 'Node.js alone, 40 KB',
  status: 200,
  next: () => ({ path: '/', headers: {} }),
}

/** Requests to measure, by name. */
export async function makeKinds(places, words) {
  const cookie = await makeCookie()
  const signedIn = { cookie: cookie(reader.token) }
  const page = (name, paths, headers = {}) => {
    const next = inTurn(paths)
    return { name, status: 200, next: () => ({ path: next(), headers }) }
  }
  const topics = places.topics.map((id) => `/posts/${id}`)
  const spaces = places.spaces.map((slug) => `/spaces/${slug}`)
  const looks = words.map((word) => `/search?words=${encodeURIComponent(word)}`)
  const quiet = inTurn(places.quiet)
  let posted = 0
  return {
    topicOut: page('Topic, 50 replies, signed out', topics),
    topicIn: page('Topic, 50 replies, signed in', topics, signedIn),
    spaceOut: page('Space, signed out', spaces),
    spaceIn: page('Space, signed in', spaces, signedIn),
    feedOut: page('Community feed, signed out', ['/lately']),
    feedIn: page('Community feed, signed in', ['/lately'], signedIn),
    search: page('Search, signed in', looks, signedIn),
    reply: {
      name: 'Posting a reply',
      status: 303,
      next: () => ({
        method: 'POST',
        path: `/posts/${quiet()}/replies`,
        headers: {
          cookie: cookie(writerToken(posted % WRITERS)),
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
        },
        body: `body=${encodeURIComponent(`Reply ${posted++}: bring the long ladder on Saturday, the gutter is full again. *Thank you* for asking.`)}`,
      }),
    },
  }
}
