import { isMember, type PageContext } from '../foundation/index.ts'
import { spaceWords } from '../spaces/index.ts'
import { needLine } from './need-words.ts'
import type { FeedOrder } from './read-feed.ts'
import type { PostLine } from './views.ts'
import { conversationWords as w } from './words.ts'

/** A post in a feed. */
export function PostRow({
  page,
  line,
  showSpace,
}: {
  page: PageContext
  line: PostLine
  showSpace: boolean
}) {
  const lang = line.language === page.t.language.tag ? undefined : line.language
  return (
    <article class="row">
      <p class="side">
        {showSpace && (
          <>
            <b>{line.space.name}</b>
            <br />
          </>
        )}
        <time datetime={line.activeAt.toISOString()}>{page.time.day(line.activeAt)}</time>
        {line.pinned && (
          <>
            <br />
            {page.t(w.pinned)}
          </>
        )}
      </p>
      <div class="main tight" lang={lang} dir={lang ? 'auto' : undefined}>
        <h3 class="title">
          <a href={`/posts/${line.id}`}>{line.title}</a>
        </h3>
        {line.excerpt && <p>{line.excerpt}</p>}
      </div>
      <p class="side ask">
        {needLine(page, line.need, line.author)}
        <br />
        {line.replyCount > 0 ? page.t(w.repliesCount, { count: line.replyCount }) : page.t(w.noReplies)}
        {line.held && <span class="block">{page.t(w.heldLine)}</span>}
        {line.fresh && <span class="newly block">{page.t(w.fresh)}</span>}
      </p>
    </article>
  )
}

/** The other feeds, beside each. */
export function FeedPlaces({ page, children }: { page: PageContext; children?: unknown }) {
  const here = page.path.split('?')[0]
  const member = isMember(page.viewer) && !page.viewer.waiting
  const places = [
    { href: '/lately', label: page.t(w.everything) },
    { href: '/spaces', label: page.t(spaceWords.title) },
    ...(member
      ? [
          { href: '/following', label: page.t(w.following) },
          { href: '/bookmarks', label: page.t(w.bookmarks) },
        ]
      : []),
  ]
  return (
    <nav class="do places" aria-label={page.t(w.feeds)}>
      {places
        .filter(({ href }) => href !== here)
        .map(({ href, label }) => (
          <a class="act plain" href={href}>
            {label}
          </a>
        ))}
      {children}
    </nav>
  )
}

/** Latest activity or newest first: the one in use is words, the other a link. */
export function OrderChoice({ page, order, base }: { page: PageContext; order: FeedOrder; base: string }) {
  const active = page.t(w.byActivity)
  const newest = page.t(w.byAge)
  return (
    <nav class="acts order" aria-label={page.t(w.ordered)}>
      {order === 'active' ? (
        <b class="act" aria-current="true">
          {active}
        </b>
      ) : (
        <a class="act plain" href={base}>
          {active}
        </a>
      )}
      {order === 'newest' ? (
        <b class="act" aria-current="true">
          {newest}
        </b>
      ) : (
        <a class="act plain" href={`${base}?order=newest`}>
          {newest}
        </a>
      )}
    </nav>
  )
}
