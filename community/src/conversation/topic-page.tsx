import {
  type AppContext,
  ErrorSummary,
  Head,
  type House,
  isId,
  isMember,
  Layout,
  LiveLine,
  Note,
  notFound,
  type PageContext,
  pageContext,
  show,
  type Viewer,
} from '../foundation/index.ts'
import { spaceWords } from '../spaces/index.ts'
import { type Answering, AnswerPlace } from './answer-form.tsx'
import { MoreForm } from './more-menu.tsx'
import { authorName, needText } from './need-words.ts'
import { type EntryFills, ReplyRow, Under, Who, Words } from './parts.tsx'
import { replyPlace } from './places.ts'
import { entryPolicy, factsOf, factsOfEntry } from './policy.ts'
import { readEntry, readPost } from './read-entry.ts'
import { rememberReading } from './read-marks.ts'
import { firstNewReply, readTopic, type TopicPage } from './read-topic.ts'
import { newSince, quoteOf } from './rules.ts'
import { besidePost, entryActs, entryGiven, entryMore, entryNotice } from './slots.ts'
import { readSource } from './store.ts'
import type { PostView } from './views.ts'
import { conversationWords as w } from './words.ts'

const readers = {
  public: spaceWords.readersPublic,
  members: spaceWords.readersMembers,
  invited: spaceWords.readersInvited,
}
/** What just happened, said once at the head of the thread. */
const told = { posted: w.postedNote, edited: w.editedNote, moved: w.movedNote } as const

async function loadFills(house: House, page: PageContext, topic: TopicPage) {
  const items = [topic.post, ...topic.replies].map((entry) => ({ entry, post: topic.post }))
  const [given, notice, acts, more, beside] = await Promise.all([
    house.slots.load(entryGiven, house, page, items),
    house.slots.load(entryNotice, house, page, items),
    house.slots.load(entryActs, house, page, items),
    house.slots.load(entryMore, house, page, items),
    house.slots.load(besidePost, house, page, [topic.post]),
  ])
  return { given, notice, acts, more, beside }
}

type Fills = Awaited<ReturnType<typeof loadFills>>

/** What the house says beside a post: what it needs, where it came from. */
function Beside({ page, post, fills }: { page: PageContext; post: PostView; fills: Fills }) {
  const need = needText(page, post)
  const { movedFrom } = post
  const day = movedFrom && page.time.day(movedFrom.at)
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

function Post({ page, post, fills }: { page: PageContext; post: PostView; fills: Fills }) {
  const name = authorName(page, post.author)
  return (
    <article
      class="row post"
      id="post"
      aria-label={post.author ? page.t(w.postBy, { name }) : page.t(w.postWithoutName)}
      data-name={name}
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

function Replies({ page, topic, fills }: { page: PageContext; topic: TopicPage; fills: EntryFills }) {
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
function newHref(topic: TopicPage, now: Date): string | undefined {
  const { post } = topic
  const since = newSince(post.reader.mark, now)
  if (!since || post.activeAt <= since) return undefined
  const here = topic.replies.find((reply) => reply.isNew)
  if (here) return `#r-${here.id}`
  return topic.next || topic.after ? `/posts/${post.id}/new` : undefined
}

function Topic({
  page,
  topic,
  fills,
  answering,
}: {
  page: PageContext
  topic: TopicPage
  fills: Fills
  answering: Answering
}) {
  const { post, after } = topic
  const fresh = newHref(topic, page.time.now)
  return (
    <>
      {!after && <Post page={page} post={post} fills={fills} />}
      <h2 class="vh">{page.t(w.answers)}</h2>
      {(after || fresh) && (
        <div class="row jump">
          <p class="main bar">
            {after && (
              <a class="act plain" href={`/posts/${post.id}`}>
                {page.t(w.fromStart)}
              </a>
            )}
            {topic.earlier && (
              <a class="act plain" rel="prev" href={`/posts/${post.id}?before=${topic.earlier}`}>
                {page.t(w.earlierAnswers)}
              </a>
            )}
            {fresh && (
              <a class="act plain" href={fresh}>
                {page.t(w.firstNew)}
              </a>
            )}
          </p>
        </div>
      )}
      <Replies page={page} topic={topic} fills={fills} />
      {topic.next && (
        <div class="row">
          <p class="main bar">
            <a class="b" rel="next" href={`/posts/${post.id}?after=${topic.next}`}>
              {page.t(w.moreAnswers)}
            </a>
          </p>
        </div>
      )}
      <LiveLine page={page} topic={`thread:${post.id}`} />
      <AnswerPlace page={page} topic={topic} answering={answering} />
    </>
  )
}

/** Words to begin an answer with, if they may be quoted. */
async function quoted(
  house: House,
  viewer: Viewer,
  postId: string,
  entryId: string | undefined,
): Promise<string | undefined> {
  if (!entryId || !isId(entryId)) return undefined
  const replyId = entryId === postId ? null : entryId
  const item = await readEntry(house, viewer, postId, replyId)
  if (!item || !entryPolicy.quote(viewer, factsOf(item.post), factsOfEntry(item.post, item.entry)))
    return undefined
  const source = await readSource(house.db, viewer.communityId, postId, replyId)
  return source && quoteOf(source.body)
}

const path = (text: string | undefined) => (/^([0-9a-f]{32}){1,3}$/.test(text ?? '') ? text : undefined)
const id = (text: string | undefined) => (text && isId(text) ? text : undefined)

/** A thread: the post, its answers in reading order, and the place to answer. */
export async function showTopic(
  c: AppContext,
  postId: string,
  given: Answering = {},
  status: 200 | 422 | 403 | 429 = 200,
): Promise<Response> {
  const { house, viewer } = c.var
  const { after, before, reply, to, quote, did } = c.req.query()
  // Who quotes an answer, answers it.
  const answering: Answering = {
    ...given,
    to: given.to ?? id(to) ?? (quote === postId ? undefined : id(quote)),
  }
  const [topic, quoting] = await Promise.all([
    readTopic(house, viewer, postId, {
      after: path(after),
      before: path(before),
      reply: id(reply) ?? answering.to,
    }),
    quoted(house, viewer, postId, quote),
  ])
  if (!topic) throw notFound()
  const page = pageContext(c)
  const fills = await loadFills(house, page, topic)
  const { post } = topic
  const heading = post.title || page.t(post.deleted ? w.deletedTitle : w.hiddenTitle)
  const news = did && Object.hasOwn(told, did) ? told[did as keyof typeof told] : undefined
  if (status === 200) rememberReading(house, viewer, post)
  return show(
    c,
    <Layout
      page={page}
      title={`${heading} · ${post.space.name}`}
      icons={['thanks']}
      unlisted={post.space.visibility !== 'public' || !post.readable}
      scripts={isMember(viewer) ? ['composer', 'reader', 'live'] : []}
    >
      <Head
        side={
          <>
            <a href={`/spaces/${post.space.slug}`}>{post.space.name}</a>
            <br />
            {post.space.visibility !== 'public' && page.t(readers[post.space.visibility])}
          </>
        }
      >
        {heading}
      </Head>
      {news && (
        <div class="row bare">
          <p class="main house" role="status">
            {page.t(news)}
          </p>
        </div>
      )}
      <ErrorSummary page={page} errors={answering.errors} />
      {isMember(viewer) && <MoreForm />}
      <Topic page={page} topic={topic} fills={fills} answering={{ ...answering, quote: quoting }} />
    </Layout>,
    status,
  )
}

/** Leads to the first answer that is new to this reader, on the page that holds it. */
export async function leadToFirstNew(c: AppContext, postId: string): Promise<Response> {
  const { house, viewer } = c.var
  const post = await readPost(house, viewer, postId)
  if (!post) throw notFound()
  const since = newSince(post.reader.mark, house.clock.now())
  const first = since && (await firstNewReply(house, viewer, postId, since))
  return c.redirect(first ? replyPlace(postId, first) : `/posts/${postId}`, 303)
}
