import { copyInto } from './copy.mjs'
import { idOf, iso, reader } from './world.mjs'

const YEAR = 365 * 86_400_000
const IDEAS = 10
const STORIES = 100
/** What each of those who told was told by others. */
const TOLD_EACH = 40

/** What the ripple may draw is for posts in these. */
async function postsToThankFor(client) {
  const { rows } = await client.query(
    `select p.id from posts p join spaces s on s.id = p.space_id
     where s.kind in ('hobby', 'project') and s.visibility = 'public' and p.deleted_at is null and p.hidden_at is null
     order by p.id limit 2000`,
  )
  return rows.map(({ id }) => id)
}

/** Thanks with words, spread over a year. */
async function addThanks(client, community, posts, given) {
  const now = Date.now()
  await copyInto(
    client,
    'thanks',
    ['community_id', 'id', 'giver_id', 'receiver_id', 'post_id', 'words', 'showing', 'created_at'],
    given.map(({ from, to, name }, index) => {
      const time = now - YEAR + Math.floor((index / given.length) * (YEAR - 60_000))
      const words = `It was the washer, as you said (${index}).`
      return [community, idOf(name, time), from, to, posts[index % posts.length], words, 'between', iso(time)]
    }),
  )
}

/** Ideas of the helper's that others tried and told. */
async function addStories(client, community, helper, tellers) {
  const now = Date.now()
  const ideas = Array.from({ length: IDEAS }, (_, at) => idOf(`idea ${at}`, now - YEAR + at))
  await copyInto(
    client,
    'kind_acts',
    ['community_id', 'id', 'author_id', 'words', 'created_at'],
    ideas.map((id, at) => [community, id, helper, `Ring somebody (${at}).`, iso(now - YEAR + at)]),
  )
  await copyInto(
    client,
    'kind_act_tries',
    ['community_id', 'act_id', 'member_id', 'id', 'tried_at', 'story', 'told_at'],
    ideas.flatMap((idea, at) =>
      tellers.slice(0, STORIES).map((teller, place) => {
        const time = now - YEAR + (at * STORIES + place) * 3_600_000
        const story = 'I rang, and we spoke about soup.'
        return [community, idea, teller, idOf(`story ${at} ${place}`, time), iso(time), story, iso(time)]
      }),
    ),
  )
}

/**
 * Makes the measured reader somebody whom people told so many times what came of their help, and lets each of those have
 * been told by forty others.
 * @returns how many tell
 */
export async function addTellings(client, tellings) {
  const { rows } = await client.query(
    'select community_id as community, id, handle from members order by handle',
  )
  const community = rows[0].community
  const helper = rows.find(({ handle }) => handle === `m${reader.number}`).id
  const tellers = rows.map(({ id }) => id).filter((id) => id !== helper)
  await client.query('delete from thanks where words like $1', ['It was the washer%'])
  await client.query('delete from thanks where receiver_id = $1', [helper])
  await client.query('delete from kind_act_tries')
  await client.query('delete from kind_acts')
  const posts = await postsToThankFor(client)
  const told = Array.from({ length: tellings - IDEAS * STORIES }, (_, at) => ({
    from: tellers[at % tellers.length],
    to: helper,
    name: `told ${at}`,
  }))
  const beyond = Array.from({ length: TOLD_EACH }, (_, step) =>
    tellers.map((to, at) => ({
      from: tellers[(at + step * 7 + 1) % tellers.length],
      to,
      name: `beyond ${step} ${at}`,
    })),
  ).flat()
  await addThanks(client, community, posts, beyond)
  await addThanks(client, community, posts, told)
  await addStories(client, community, helper, tellers)
  await client.query('vacuum analyze thanks, kind_acts, kind_act_tries')
  return tellers.length
}
