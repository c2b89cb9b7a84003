import type { Child } from 'hono/jsx'
import { isMember, type PageContext, type Phrase } from '../foundation/index.ts'
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
  why,
}: {
  page: PageContext
  line: PostLine
  showSpace: boolean
  /** Why it stands where it does. */
  why?: Phrase | undefined
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
        {why && <span class="block why">{page.t(why)}</span>}
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

interface Order {
  label: string
  /** What an address or a form says for it. */
  value: string
  current: boolean
}

/** Two ways to read a list: the one in use is words, the other a way. */
function Orders(props: {
  page: PageContext
  orders: Order[]
  way: (order: Order) => Child
  /** What stands behind them. */
  more?: Child
}) {
  const { page, orders, way } = props
  return (
    <nav class="acts order" aria-label={page.t(w.ordered)}>
      {orders.map((order) =>
        order.current ? (
          <b class="act" aria-current="true">
            {order.label}
          </b>
        ) : (
          way(order)
        ),
      )}
      {props.more}
    </nav>
  )
}

const byAddress = (base: string) => (order: Order) => (
  <a class="act plain" href={order.value ? `${base}?order=${order.value}` : base}>
    {order.label}
  </a>
)

/** Latest activity or newest first. */
export function OrderChoice({ page, order, base }: { page: PageContext; order: FeedOrder; base: string }) {
  const orders = [
    { label: page.t(w.byActivity), value: '', current: order === 'active' },
    { label: page.t(w.byAge), value: 'newest', current: order === 'newest' },
  ]
  return <Orders page={page} orders={orders} way={byAddress(base)} />
}

/** The same for a space, in the order it chose or newest first; what a member presses is remembered. */
export function SpaceOrderChoice(props: {
  page: PageContext
  slug: string
  newest: boolean
  /** The order of the space. */
  own: Phrase
  explained: { href: string; label: Phrase } | undefined
}) {
  const { page, slug, newest, own, explained } = props
  const base = `/spaces/${slug}`
  const orders = [
    { label: page.t(own), value: '', current: !newest },
    { label: page.t(w.byAge), value: 'newest', current: newest },
  ]
  const press = ({ label, value }: Order) => (
    <form class="inline" method="post" action={`${base}/order`}>
      <button class="act plain" name="order" value={value || 'own'} type="submit">
        {label}
      </button>
    </form>
  )
  const member = isMember(page.viewer) && !page.viewer.waiting
  const more = explained && (
    <a class="act plain" href={explained.href}>
      {page.t(explained.label)}
    </a>
  )
  return <Orders page={page} orders={orders} way={member ? press : byAddress(base)} more={more} />
}
