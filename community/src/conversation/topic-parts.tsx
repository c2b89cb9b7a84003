import { type Filled, type House, Note, type PageContext } from '../foundation/index.ts'
import { personIn } from './answered.ts'
import { authorName, needText } from './need-words.ts'
import { type EntryFills, ReplyRow, Under, Who, Words } from './parts.tsx'
import type { TopicPage } from './read-topic.ts'
import { newSince } from './rules.ts'
import {
  besidePost,
  type EntryItem,
  entryActs,
  entryGiven,
  entryHeard,
  entryMore,
  entryNotice,
} from './slots.ts'
import type { EntryView, PostView } from './views.ts'
import { conversationWords as w } from './words.ts'

/** What people gave in a thread: asked for by the thread alone, so that it need not wait for its rows. */
export function loadGiven(house: House, page: PageContext, postId: string): Promise<Filled<EntryItem>> {
  return house.slots.load(entryGiven, house, page, [{ postId }])
}

/**
 * What else higher floors put into a thread, loaded once for all its entries; menus only where one stands: under the
 * post, or on an answer's own page.
 */
export async function loadFills(
  house: House,
  page: PageContext,
  topic: Pick<TopicPage, 'post' | 'replies'>,
  given: Filled<EntryItem>,
  menuOf: EntryView = topic.post,
) {
  const { post } = topic
  const items = [post, ...topic.replies].map((entry) => ({ entry, post }))
  const [notice, heard, acts, more, beside] = await Promise.all([
    house.slots.load(entryNotice, house, page, items),
    house.slots.load(entryHeard, house, page, items),
    house.slots.load(entryActs, house, page, items),
    house.slots.load(entryMore, house, page, [{ entry: menuOf, post }]),
    house.slots.load(besidePost, house, page, [post]),
  ])
  return { given, heard, notice, acts, more, beside }
}

export type Fills = Awaited<ReturnType<typeof loadFills>>

/** What the house says beside a post: what it needs, where it came from. */
function Beside({ page, post, fills }: { page: PageContext; post: PostView; fills: Fills }) {
  const need = needText(page, post)
  const { movedFrom } = post
  const day = movedFrom && page.time.within.day(movedFrom.at)
  const moved =
    movedFrom &&
    (movedFrom.name
      ? page.t(w.movedFrom, { space: movedFrom.name, day: day! })
      : page.t(w.moved, { day: day! }))
  const brought = fills.beside(post.id, post).filter(Boolean)
  if (!need && !moved && !post.pinned && brought.length === 0) return null
  return (
    <Note>
      {need && <span class="block">{need}</span>}
      {post.pinned && <span class="block">{page.t(w.pinnedHere, { space: post.space.name })}</span>}
      {moved && <span class="block">{moved}</span>}
      {brought}
    </Note>
  )
}

/** The post at the head of its thread. */
export function Post({ page, post, fills }: { page: PageContext; post: PostView; fills: Fills }) {
  const name = authorName(page, post.author)
  return (
    <article
      class="row post"
      id="post"
      aria-label={post.author ? page.t(w.postBy, { name }) : page.t(w.postWithoutName)}
      data-name={name}
      data-nobody={personIn(page.viewer, post) ? undefined : ''}
    >
      <Who page={page} entry={post} time={page.time.moment(post.createdAt)} />
      <div class="main lede">
        {fills.notice(post.id, { entry: post, post })}
        <Words page={page} entry={post} />
        <Under page={page} entry={post} post={post} fills={fills} />
      </div>
      <Beside page={page} post={post} fills={fills} />
    </article>
  )
}

/** One page of answers, in reading order. */
export function Replies({ page, topic, fills }: { page: PageContext; topic: TopicPage; fills: EntryFills }) {
  let previous = topic.post.createdAt
  return (
    <>
      {topic.replies.map((reply) => {
        const before = previous
        previous = reply.createdAt
        return <ReplyRow page={page} reply={reply} post={topic.post} fills={fills} previous={before} />
      })}
    </>
  )
}

/** The way to what came since the last visit: on this page, or on the one that holds it. */
export function newHref(topic: TopicPage, now: Date): string | undefined {
  const { post } = topic
  const since = newSince(post.reader.mark, now)
  if (!since || post.activeAt <= since) return undefined
  const here = topic.replies.find((reply) => reply.isNew)
  if (here) return `#r-${here.id}`
  return topic.next || topic.after ? `/posts/${post.id}/new` : undefined
}
