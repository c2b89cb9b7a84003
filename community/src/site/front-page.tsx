import {
  conversationWords,
  hasReached,
  PostRow,
  placeBand,
  placeWays,
  readFeed,
  stageOf,
} from '../conversation/index.ts'
import { type AppContext, isMember, Layout, Pager, pageContext, show } from '../foundation/index.ts'
import { visibleSpaces } from '../spaces/index.ts'
import { Street } from './street.tsx'
import { siteWords as w } from './words.ts'

/** The longest name that is set at poster size. */
const POSTER_LENGTH = 18

/** The door: what this place is, how to come in, and the last few things anybody may read. */
export async function showFront(c: AppContext): Promise<Response> {
  const { house, viewer, community } = c.var
  const member = isMember(viewer)
  const spaces = (await visibleSpaces(house, viewer)).filter(
    (space) => member || space.visibility === 'public',
  )
  // At the table there is one list, newest first (START-2).
  const settled = hasReached(await stageOf(house, viewer.communityId), 'room')
  const order = settled ? 'active' : 'newest'
  const feed = await readFeed(house, viewer, {
    spaceIds: spaces.map(({ id }) => id),
    order,
    limit: member ? 12 : 3,
  })
  const page = pageContext(c)
  const [band, ways] = await Promise.all([
    house.slots.load(placeBand, house, page, [community.id]),
    house.slots.load(placeWays, house, page, [community.id]),
  ])
  return show(
    c,
    <Layout page={page} title="" quietName description={community.tagline}>
      <div class={member ? 'hero long home' : community.name.length > POSTER_LENGTH ? 'hero long' : 'hero'}>
        <h1>{community.name}</h1>
        <Street />
      </div>
      <section class="row">
        <div class="main">
          {!member && community.tagline && <p class="lead">{community.tagline}</p>}
          <p class="bar">
            {member ? (
              <a class="b go" href="/new">
                {page.t(w.write)}
              </a>
            ) : (
              <a class="b go" href="/join">
                {page.t(w.join)}
              </a>
            )}
            <a class="b" href="/spaces">
              {page.t(w.lookAround)}
            </a>
            {member && !viewer.waiting && (
              <a class="act plain" href="/following">
                {page.t(conversationWords.following)}
              </a>
            )}
            {ways(community.id, community.id)}
          </p>
        </div>
      </section>
      {band(community.id, community.id)}
      <h2 class="vh">{page.t(w.lately)}</h2>
      {member && feed.lines.length === 0 && (
        <div class="row">
          <p class="main">{page.t(conversationWords.emptyFeed)}</p>
        </div>
      )}
      {feed.lines.map((line) => (
        <PostRow page={page} line={line} showSpace />
      ))}
      <Pager
        page={page}
        older={feed.next && `/lately?before=${feed.next}${settled ? '' : '&order=newest'}`}
      />
    </Layout>,
  )
}
