import {
  type AppContext,
  Head,
  isId,
  Layout,
  type PageContext,
  Pager,
  pageContext,
  requireMember,
  show,
} from '../foundation/index.ts'
import { visibleSpaces } from '../spaces/index.ts'
import { type Bookmark, readBookmarks } from './bookmark-store.ts'
import { DraftList } from './composer-parts.tsx'
import { FeedPlaces, OrderChoice, PostRow } from './feed-parts.tsx'
import { followedPlaces } from './follow-store.ts'
import { MORE_FORM, MoreForm } from './more-menu.tsx'
import { entryHref } from './places.ts'
import { readFollowedFeed } from './read-feed.ts'
import { conversationWords as w } from './words.ts'

function BookmarkRow({ page, bookmark }: { page: PageContext; bookmark: Bookmark }) {
  const { postId, replyId } = bookmark
  const name = bookmark.authorName ?? page.t(w.aMember)
  const href = entryHref(postId, replyId)
  return (
    <article class="row">
      <p class="side">
        <b>{bookmark.spaceName}</b>
        <br />
        <time datetime={bookmark.createdAt.toISOString()}>{page.time.day(bookmark.createdAt)}</time>
      </p>
      <div class="main tight" lang={bookmark.language} dir="auto">
        <h3 class="title">
          <a href={href}>{bookmark.title}</a>
        </h3>
        <p>{bookmark.excerpt}</p>
        <p class="acts">
          <button
            class="act plain"
            type="submit"
            form={MORE_FORM}
            formaction={`${href}/unbookmark?then=bookmarks`}
          >
            {page.t(w.unbookmark)}
          </button>
        </p>
      </div>
      <p class="side ask">{replyId ? page.t(w.answerBy, { name }) : name}</p>
    </article>
  )
}

/** What a member kept to find again, and what they began on this device. */
export async function showBookmarks(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const before = c.req.query('before')
  const { bookmarks, next } = await readBookmarks(
    c.var.house,
    viewer,
    before && isId(before) ? before : undefined,
  )
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.bookmarks)} scripts={['composer']} unlisted>
      <Head side={page.t(w.onlyYou)}>{page.t(w.bookmarks)}</Head>
      <div class="row bare">
        <div class="main">
          <FeedPlaces page={page} />
        </div>
      </div>
      <DraftList page={page} />
      <MoreForm />
      <h2 class="vh">{page.t(w.bookmarks)}</h2>
      {bookmarks.length === 0 && (
        <div class="row">
          <p class="main">{page.t(w.noBookmarks)}</p>
        </div>
      )}
      {bookmarks.map((bookmark) => (
        <BookmarkRow page={page} bookmark={bookmark} />
      ))}
      <Pager page={page} older={next && `/bookmarks?before=${next}`} />
    </Layout>,
  )
}

async function YouFollow({ c, page }: { c: AppContext; page: PageContext }) {
  const viewer = requireMember(c)
  const [followed, spaces] = await Promise.all([
    followedPlaces(c.var.house.db, viewer.communityId, viewer.memberId),
    visibleSpaces(c.var.house, viewer),
  ])
  const places = [
    ...spaces
      .filter(({ id }) => followed.spaceIds.includes(id))
      .map(({ slug, name }) => ({ href: `/spaces/${slug}`, name })),
    ...followed.members.map(({ handle, name }) => ({ href: `/members/${handle}`, name })),
  ]
  if (places.length === 0) return null
  return (
    <p>
      {page.t(w.youFollow)}{' '}
      {places.map(({ href, name }, index) => (
        <>
          {index > 0 && ', '}
          <a href={href}>{name}</a>
        </>
      ))}
    </p>
  )
}

/** What is new in everything a member follows. */
export async function showFollowing(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const order = c.req.query('order') === 'newest' ? 'newest' : 'active'
  const page = pageContext(c)
  const [feed, you] = await Promise.all([
    readFollowedFeed(c.var.house, viewer, { order, cursor: c.req.query('before') }),
    YouFollow({ c, page }),
  ])
  return show(
    c,
    <Layout page={page} title={page.t(w.following)} unlisted>
      <Head>{page.t(w.following)}</Head>
      <div class="row bare">
        <div class="main">
          {you}
          <OrderChoice page={page} order={order} base="/following" />
        </div>
        <FeedPlaces page={page} />
      </div>
      <h2 class="vh">{page.t(w.lately)}</h2>
      {feed.lines.length === 0 && (
        <div class="row">
          <p class="main">{page.t(w.noFollowing)}</p>
        </div>
      )}
      {feed.lines.map((line) => (
        <PostRow page={page} line={line} showSpace />
      ))}
      <Pager
        page={page}
        older={feed.next && `/following?before=${feed.next}${order === 'newest' ? '&order=newest' : ''}`}
      />
    </Layout>,
  )
}
