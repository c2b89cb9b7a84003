import { type AppContext, Head, Layout, Note, notFound, pageContext, Pager, show } from '../foundation/index.ts'
import { type Space, spacePolicy, spaceWords, visibleSpaces } from '../spaces/index.ts'
import { PostRow } from './parts.tsx'
import { readFeed } from './read-feed.ts'
import { underSpaceHead } from './slots.ts'
import { conversationWords as w } from './words.ts'

const readers = { public: spaceWords.readersPublic, members: spaceWords.readersMembers, invited: spaceWords.readersInvited }

/** All spaces this viewer may read. */
export async function showSpaces(c: AppContext): Promise<Response> {
  const page = pageContext(c)
  const spaces = await visibleSpaces(c.var.house, c.var.viewer)
  return show(
    c,
    <Layout page={page} title={page.t(spaceWords.title)}>
      <Head side={<a href="/lately">{page.t(w.everything)}</a>}>{page.t(spaceWords.title)}</Head>
      <h2 class="vh">{page.t(spaceWords.title)}</h2>
      {spaces.length === 0 && <div class="row"><p class="main">{page.t(spaceWords.none)}</p></div>}
      {spaces.map((space) => (
        <section class="row">
          <p class="side">{page.t(space.archivedAt ? spaceWords.archived : readers[space.visibility])}</p>
          <div class="main tight">
            <h3 class="title"><a href={`/spaces/${space.slug}`}>{space.name}</a></h3>
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
      {space.norms.map((norm) => <span class="block">{norm}</span>)}
    </Note>
  )
}

/** One space: what it is, what holds there, its posts by latest activity. */
export async function showSpace(c: AppContext, slug: string): Promise<Response> {
  const { house, viewer } = c.var
  const space = (await visibleSpaces(house, viewer)).find((one) => one.slug === slug)
  if (!space) throw notFound()
  const page = pageContext(c)
  const order = c.req.query('order') === 'newest' ? 'newest' : 'active'
  const [feed, under] = await Promise.all([
    readFeed(house, viewer, { spaceIds: [space.id], order, cursor: c.req.query('before') }),
    house.slots.load(underSpaceHead, house, page, [space]),
  ])
  return show(
    c,
    <Layout page={page} title={space.name} unlisted={space.visibility !== 'public'} description={space.description}>
      <Head side={page.t(readers[space.visibility])}>{space.name}</Head>
      <section class="row bare">
        <div class="main">
          <p class="lead">{space.description}</p>
          {space.archivedAt && <p class="house">{page.t(spaceWords.archived)}</p>}
          {spacePolicy.post(viewer, space) && <p class="bar"><a class="b go" href={`/new?space=${space.slug}`}>{page.t(w.write)}</a></p>}
          {under(space.slug, space)}
        </div>
        <SpaceAside space={space} />
      </section>
      <h2 class="vh">{page.t(w.lately)}</h2>
      {feed.lines.length === 0 && <div class="row"><p class="main">{page.t(w.emptyFeed)}</p></div>}
      {feed.lines.map((line) => <PostRow page={page} line={line} showSpace={false} />)}
      <Pager page={page} older={feed.next && `/spaces/${slug}?before=${feed.next}${order === 'newest' ? '&order=newest' : ''}`} />
    </Layout>,
  )
}

/** Everything this viewer may read, over all spaces. */
export async function showLately(c: AppContext): Promise<Response> {
  const { house, viewer } = c.var
  const spaces = await visibleSpaces(house, viewer)
  const order = c.req.query('order') === 'newest' ? 'newest' : 'active'
  const feed = await readFeed(house, viewer, { spaceIds: spaces.map(({ id }) => id), order, cursor: c.req.query('before') })
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.lately)}>
      <Head side={<a href="/spaces">{page.t(spaceWords.title)}</a>}>{page.t(w.lately)}</Head>
      <h2 class="vh">{page.t(w.lately)}</h2>
      {feed.lines.length === 0 && <div class="row"><p class="main">{page.t(w.emptyFeed)}</p></div>}
      {feed.lines.map((line) => <PostRow page={page} line={line} showSpace />)}
      <Pager page={page} older={feed.next && `/lately?before=${feed.next}${order === 'newest' ? '&order=newest' : ''}`} />
    </Layout>,
  )
}
