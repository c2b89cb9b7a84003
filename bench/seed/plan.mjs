/**
 * How large a community to make. The small one has few spaces, so that a page of one is as full as in the large one.
 * A version is raised when what is made changes.
 */
export const sizes = {
  large: { version: 1, posts: 100_000, replies: 1_000_000, members: 5_000, spaces: 20, months: 36 },
  recognition: { version: 1, posts: 10_000, replies: 50_000, members: 1_020, spaces: 10, months: 12 },
  small: { version: 2, posts: 100, replies: 1_000, members: 60, spaces: 4, months: 3 },
}

export const MONTH = 30.44 * 86_400_000
/** So many threads hold exactly this many answers: one page of a topic. */
export const TOPIC_REPLIES = 50

/** When each post was begun and each answer given, in order of time, and what the answers belong to. */
export function planThreads(random, size, now) {
  const begin = now - size.months * MONTH
  const times = Float64Array.from(
    { length: size.posts },
    () => begin + random.real() * (now - begin - 3_600_000),
  ).sort()
  const counts = shareReplies(random, size)
  const replies = []
  for (let post = 0; post < size.posts; post++)
    for (let count = counts[post]; count > 0; count--) {
      const delay = 60_000 + 5 * 3_600_000 * random.spread(1.6)
      const time =
        times[post] + delay < now ? times[post] + delay : times[post] + random.real() * (now - times[post])
      replies.push({ post, time: Math.floor(time) })
    }
  replies.sort((one, other) => one.time - other.time)
  return { times: times.map(Math.floor), counts, replies }
}

/** Every hundredth thread fills one page exactly; the others share what is left, a few getting much of it. */
function shareReplies(random, size) {
  const counts = new Uint32Array(size.posts)
  const every = Math.min(100, Math.max(1, Math.floor(size.posts / 5)))
  const isTopic = (post) => post % every === every - 1
  let left = size.replies
  for (let post = 0; post < size.posts; post++) if (isTopic(post)) left -= counts[post] = TOPIC_REPLIES
  const open = [...counts.keys()].filter((post) => !isTopic(post))
  const weights = open.map(() => random.spread(1.1))
  const total = weights.reduce((sum, one) => sum + one, 0)
  for (const [index, post] of open.entries()) counts[post] = Math.floor((weights[index] / total) * left)
  let missing = size.replies - counts.reduce((sum, one) => sum + one, 0)
  while (missing > 0) {
    const post = open[random.below(open.length)]
    counts[post]++
    missing--
  }
  return counts
}
