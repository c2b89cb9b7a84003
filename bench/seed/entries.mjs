import { copyInto } from './copy.mjs'
import { MONTH, planThreads, TOPIC_REPLIES } from './plan.mjs'
import { makeRandom } from './random.mjs'
import { makeVocabulary } from './vocabulary.mjs'
import { idOf, iso, reader } from './world.mjs'
import { makeWriter } from './writer.mjs'

/** Few write much and many write little. */
const author = (world) => Math.floor(world.members.length * world.random.real() ** 2.2)

function* postRows(world, plan, writer, made) {
  const { community, spaces, members, random } = world
  for (const [index, time] of plan.times.entries()) {
    const space = spaces[Math.floor(spaces.length * random.real() ** 1.4)]
    const { body, html } = writer.text(60)
    const id = idOf(`post ${index}`, time)
    const lost = plan.counts[index] === TOPIC_REPLIES ? 1 : random.below(400)
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

/** Posts, answers, thanks for them, and what the measured reader has read. */
export async function addEntries(client, world) {
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
