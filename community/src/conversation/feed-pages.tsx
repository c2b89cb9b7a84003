import {
  type AppContext,
  Head,
  isMember,
  Layout,
  Note,
  notFound,
  type PageContext,
  Pager,
  pageContext,
  show,
} from '../foundation/index.ts'
import { kindName, type Space, spacePolicy, spaceWords, visibleSpaces } from '../spaces/index.ts'
import { FeedPlaces, OrderChoice, PostRow } from './feed-parts.tsx'
import { FollowSpace } from './follow-parts.tsx'
import { follows } from './follow-store.ts'
import { type FeedCursor, type FeedOrder, readFeed, readSpaceFeed } from './read-feed.ts'
import { placeBand, placeWays, underSpaceHead } from './slots.ts'
import { hasReached, stageOf } from './stage.ts'
import type { PostLine } from './views.ts'
import { conversationWords as w } from './words.ts'

const readers = {
  public: spaceWords.readersPublic,
  members: spaceWords.readersMembers,
  invited: spaceWords.readersInvited,
}

/** What kind of place a space is (START-1), and who reads it. */
function SpaceSide({ page, space }: { page: PageContext; space: Space }) {
  return (
    <>
      <b>{page.t(kindName[space.kind])}</b>
      <br />
      {page.t(space.archivedAt ? spaceWords.archived : readers[space.visibility])}
    </>
  )
}

/** All spaces this viewer may read. */
export async function showSpaces(c: AppContext): Promise<Response> {
  const page = pageContext(c)
  const { house } = c.var
  const { id } = page.community
  const [spaces, band, ways] = await Promise.all([
    visibleSpaces(house, c.var.viewer),
    house.slots.load(placeBand, house, page, [id]),
    house.slots.load(placeWays, house, page, [id]),
  ])
  return show(
    c,
    <Layout page={page} title={page.t(spaceWords.title)}>
      <Head>{page.t(spaceWords.title)}</Head>
      <div class="row bare">
        <div class="main">
          <FeedPlaces page={page}>{ways(id, id)}</FeedPlaces>
        </div>
      </div>
      {band(id, id)}
      <h2 class="vh">{page.t(spaceWords.title)}</h2>
      {spaces.length === 0 && (
        <div class="row">
          <p class="main">{page.t(spaceWords.none)}</p>
        </div>
      )}
      {spaces.map((space) => (
        <section class="row">
          <p class="side">
            <SpaceSide page={page} space={space} />
          </p>
          <div class="main tight">
            <h3 class="title">
              <a href={`/spaces/${space.slug}`}>{space.name}</a>
            </h3>
            <p>{space.description}</p>
          </div>
        </section>
      ))}
    </Layout>,
  )
}

function SpaceAside({ space }: { space: Space }) {
  if (space.norms.length === 0) return null
  return (
    <Note>
      {space.norms.map((norm) => (
        <span class="block">{norm}</span>
      ))}
    </Note>
  )
}

/** The lines of a feed, what to read when there are none, and the way on. */
function Lines(props: {
  page: PageContext
  lines: readonly PostLine[]
  next: FeedCursor | undefined
  base: string
  order: FeedOrder
  showSpace: boolean
}) {
  const { page, lines, next, base, order } = props
  return (
    <>
      {lines.length === 0 && (
        <div class="row">
          <p class="main">{page.t(w.emptyFeed)}</p>
        </div>
      )}
      {lines.map((line) => (
        <PostRow page={page} line={line} showSpace={props.showSpace} />
      ))}
      <Pager
        page={page}
        older={next && `${base}?before=${next}${order === 'newest' ? '&order=newest' : ''}`}
      />
    </>
  )
}

/** At the table there is one list, newest first (START-2); from the room on one chooses. */
async function orderOf(c: AppContext): Promise<{ order: FeedOrder; chosen: boolean }> {
  const chosen = hasReached(await stageOf(c.var.house, c.var.viewer.communityId), 'room')
  return { order: !chosen || c.req.query('order') === 'newest' ? 'newest' : 'active', chosen }
}

/** Its newest posts as Atom, where anybody may read them. */
function feedOf(space: Space) {
  return space.visibility === 'public'
    ? { href: `/spaces/${space.slug}/feed.xml`, title: space.name }
    : undefined
}

/** One space: what it is, what holds there, what is pinned, its posts by latest activity. */
export async function showSpace(c: AppContext, slug: string): Promise<Response> {
  const { house, viewer } = c.var
  const space = (await visibleSpaces(house, viewer)).find((one) => one.slug === slug)
  if (!space) throw notFound()
  const page = pageContext(c)
  const { order, chosen } = await orderOf(c)
  const member = isMember(viewer) && !viewer.waiting ? viewer.memberId : undefined
  const [feed, under, followed] = await Promise.all([
    readSpaceFeed(house, viewer, space.id, { order, cursor: c.req.query('before') }),
    house.slots.load(underSpaceHead, house, page, [space]),
    member ? follows(house, viewer.communityId, member, { spaceId: space.id }) : false,
  ])
  return show(
    c,
    <Layout
      page={page}
      title={space.name}
      unlisted={space.visibility !== 'public'}
      description={space.description}
      feed={feedOf(space)}
    >
      <Head side={<SpaceSide page={page} space={space} />}>{space.name}</Head>
      <section class="row bare">
        <div class="main">
          <p class="lead">{space.description}</p>
          {space.archivedAt && <p class="house">{page.t(spaceWords.archived)}</p>}
          {member && (
            <div class="bar">
              {spacePolicy.post(viewer, space) && (
                <a class="b go" href={`/new?space=${space.slug}`}>
                  {page.t(w.write)}
                </a>
              )}
              <FollowSpace page={page} slug={space.slug} followed={followed} />
            </div>
          )}
          {under(space.slug, space)}
          {chosen && <OrderChoice page={page} order={order} base={`/spaces/${slug}`} />}
        </div>
        <SpaceAside space={space} />
      </section>
      <h2 class="vh">{page.t(w.lately)}</h2>
      <Lines
        page={page}
        lines={[...feed.pinned, ...feed.lines]}
        next={feed.next}
        base={`/spaces/${slug}`}
        order={order}
        showSpace={false}
      />
    </Layout>,
  )
}

/** Everything this viewer may read, over all spaces. */
export async function showLately(c: AppContext): Promise<Response> {
  const { house, viewer } = c.var
  const spaces = await visibleSpaces(house, viewer)
  const { order, chosen } = await orderOf(c)
  const feed = await readFeed(house, viewer, {
    spaceIds: spaces.map(({ id }) => id),
    order,
    cursor: c.req.query('before'),
  })
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.lately)}>
      <Head>{page.t(w.lately)}</Head>
      <div class="row bare">
        <div class="main">{chosen && <OrderChoice page={page} order={order} base="/lately" />}</div>
        <FeedPlaces page={page} />
      </div>
      <h2 class="vh">{page.t(w.lately)}</h2>
      <Lines page={page} lines={feed.lines} next={feed.next} base="/lately" order={order} showSpace />
    </Layout>,
  )
}
