import type { Child } from 'hono/jsx'
import { z } from 'zod'
import {
  type AppContext,
  Head,
  isMember,
  Layout,
  Note,
  notFound,
  type PageContext,
  Pager,
  type Phrase,
  pageContext,
  readForm,
  requireMember,
  show,
} from '../foundation/index.ts'
import { kindName, type Space, spacePolicy, spaceWords, visibleSpaces } from '../spaces/index.ts'
import { FeedPlaces, OrderChoice, PostRow, SpaceOrderChoice } from './feed-parts.tsx'
import { FollowSpace } from './follow-parts.tsx'
import { follows } from './follow-store.ts'
import { prefersNewest, setPrefersNewest } from './order-store.ts'
import { type FeedCursor, type FeedOrder, readFeed, readPinned, readSpaceFeed } from './read-feed.ts'
import { POSTS_PER_PAGE } from './rules.ts'
import { aboveFeed, placeBand, placeWays, underSpaceHead } from './slots.ts'
import { explainedOrder, orderOfSpace, type SpaceOrder } from './space-order.ts'
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
  /** Why each stands where it does, where its order says so. */
  why?: ReadonlyMap<string, Phrase> | undefined
}) {
  const { page, lines, next, base, order, why } = props
  return (
    <>
      {lines.length === 0 && (
        <div class="row">
          <p class="main">{page.t(w.emptyFeed)}</p>
        </div>
      )}
      {lines.map((line) => (
        <PostRow page={page} line={line} showSpace={props.showSpace} why={why?.get(line.id)} />
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

/** How a space is read: newest first, or in the order it chose, which is by latest activity unless it says otherwise. */
interface SpaceReading {
  newest: boolean
  own: SpaceOrder | undefined
  /** At the table there is nothing to choose. */
  chosen: boolean
}

/** An address that names an order is followed, and not remembered; what a member pressed is. */
async function readingOf(c: AppContext, space: Space): Promise<SpaceReading> {
  const { house, viewer } = c.var
  const chosen = hasReached(await stageOf(house, viewer.communityId), 'room')
  if (!chosen) return { newest: true, own: undefined, chosen }
  const [own, prefers] = await Promise.all([
    orderOfSpace(house, space, viewer.communityId),
    prefersNewest(house, viewer),
  ])
  const asked = c.req.query('order')
  return { newest: asked ? asked === 'newest' : prefers, own, chosen }
}

async function pageOfSpace(c: AppContext, space: Space, { newest, own }: SpaceReading) {
  const { house, viewer } = c.var
  const cursor = c.req.query('before')
  const inOwn = newest ? undefined : await own?.read(house, viewer, space, { cursor, limit: POSTS_PER_PAGE })
  if (inOwn) {
    const above = cursor ? [] : await readPinned(house, viewer, space.id)
    return { lines: [...above, ...inOwn.lines], next: inOwn.next, why: inOwn.why }
  }
  const feed = await readSpaceFeed(house, viewer, space.id, { order: newest ? 'newest' : 'active', cursor })
  return { lines: [...feed.pinned, ...feed.lines], next: feed.next, why: undefined }
}

/** The head of a space: what it is, what one may do, in which order it is read. */
function SpaceTop(props: {
  page: PageContext
  space: Space
  reading: SpaceReading
  followed: boolean
  under: Child
}) {
  const { page, space, reading, followed } = props
  const { viewer } = page
  const { own } = reading
  return (
    <section class="row bare">
      <div class="main">
        <p class="lead">{space.description}</p>
        {space.archivedAt && <p class="house">{page.t(spaceWords.archived)}</p>}
        {isMember(viewer) && !viewer.waiting && (
          <div class="bar">
            {spacePolicy.post(viewer, space) && (
              <a class="b go" href={`/new?space=${space.slug}`}>
                {page.t(w.write)}
              </a>
            )}
            <FollowSpace page={page} slug={space.slug} followed={followed} />
          </div>
        )}
        {props.under}
        {reading.chosen && (
          <SpaceOrderChoice
            page={page}
            slug={space.slug}
            newest={reading.newest}
            own={own?.label ?? w.byActivity}
            explained={explainedOrder(page, space)}
          />
        )}
      </div>
      <SpaceAside space={space} />
    </section>
  )
}

async function spaceAt(c: AppContext, slug: string): Promise<Space> {
  const space = (await visibleSpaces(c.var.house, c.var.viewer)).find((one) => one.slug === slug)
  if (!space) throw notFound()
  return space
}

/** One space: what it is, what holds there, what is pinned, its posts in its order. */
export async function showSpace(c: AppContext, slug: string): Promise<Response> {
  const { house, viewer } = c.var
  const space = await spaceAt(c, slug)
  const page = pageContext(c)
  const reading = await readingOf(c, space)
  const member = isMember(viewer) && !viewer.waiting ? viewer.memberId : undefined
  const opens = !reading.newest && !c.req.query('before')
  const [feed, under, band, followed] = await Promise.all([
    pageOfSpace(c, space, reading),
    house.slots.load(underSpaceHead, house, page, [space]),
    opens ? house.slots.load(aboveFeed, house, page, [space]) : undefined,
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
      <SpaceTop
        page={page}
        space={space}
        reading={reading}
        followed={followed}
        under={under(space.slug, space)}
      />
      {band?.(space.slug, space)}
      <h2 class="vh">{page.t(w.lately)}</h2>
      <Lines
        page={page}
        lines={feed.lines}
        next={feed.next}
        base={`/spaces/${slug}`}
        order={reading.newest ? 'newest' : 'active'}
        showSpace={false}
        why={feed.why}
      />
    </Layout>,
  )
}

const orderForm = z.object({ order: z.enum(['own', 'newest']) })

/** POST /spaces/:slug/order: a member reads spaces newest first from now on, or in their own order again. */
export async function takeOrder(c: AppContext, slug: string): Promise<Response> {
  const viewer = requireMember(c)
  const space = await spaceAt(c, slug)
  const result = await readForm(c, orderForm)
  if (!result.ok) throw notFound()
  await setPrefersNewest(c.var.house.db, viewer.communityId, viewer.memberId, result.value.order === 'newest')
  return c.redirect(`/spaces/${space.slug}`, 303)
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
