import {
  type AppContext,
  ErrorSummary,
  type Filled,
  giftIcons,
  Head,
  isId,
  isMember,
  Layout,
  LiveLine,
  notFound,
  type PageContext,
  pageContext,
  show,
} from '../foundation/index.ts'
import { spaceWords } from '../spaces/index.ts'
import { type AboveAnswer, type Answering, AnswerPlace, loadAbove } from './answer-form.tsx'
import { type Heat, heatWords, readHeat } from './heat/index.ts'
import { MoreForm } from './more-menu.tsx'
import { replyPlace } from './places.ts'
import { quoteEntry } from './quote-entry.ts'
import { readPost } from './read-entry.ts'
import { rememberReading } from './read-marks.ts'
import { firstNewReply, readTopic, type TopicPage } from './read-topic.ts'
import { newSince } from './rules.ts'
import { topOfThread } from './slots.ts'
import { type Fills, loadFills, loadGiven, newHref, Post, Replies } from './topic-parts.tsx'
import type { PostView } from './views.ts'
import { conversationWords as w } from './words.ts'

const readers = {
  public: spaceWords.readersPublic,
  members: spaceWords.readersMembers,
  invited: spaceWords.readersInvited,
}
/** What just happened, said once at the head of the thread. */
const told = { posted: w.postedNote, edited: w.editedNote, moved: w.movedNote, left: heatWords.left } as const

function Topic({
  page,
  topic,
  fills,
  answering,
  heat,
  above,
  top,
}: {
  page: PageContext
  topic: TopicPage
  fills: Fills
  top: Filled<PostView>
  answering: Answering
  heat: Heat
  above: AboveAnswer | undefined
}) {
  const { post, after } = topic
  const fresh = newHref(topic, page.time.now)
  return (
    <>
      {!after && <Post page={page} post={post} fills={fills} />}
      {!after && top(post.id, post)}
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
      <AnswerPlace page={page} topic={topic} answering={answering} heat={heat} above={above} />
    </>
  )
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
  const page = pageContext(c)
  const [topic, quoting, gifts, top] = await Promise.all([
    readTopic(house, viewer, postId, {
      after: path(after),
      before: path(before),
      reply: id(reply) ?? answering.to,
    }),
    quoteEntry(house, viewer, postId, quote),
    loadGiven(house, page, postId),
    house.slots.load(topOfThread, house, page, [{ postId }]),
  ])
  if (!topic) throw notFound()
  const { post } = topic
  const besideAnswer = async () => {
    const heat = await readHeat(house, viewer, post)
    return { heat, above: await loadAbove(house, page, topic, answering.to, heat) }
  }
  const [fills, { heat, above }] = await Promise.all([loadFills(house, page, topic, gifts), besideAnswer()])
  const heading = post.title || page.t(post.deleted ? w.deletedTitle : w.hiddenTitle)
  // “It’s here” is not true of what is held; the post says so itself.
  const news = did && !post.held && Object.hasOwn(told, did) ? told[did as keyof typeof told] : undefined
  if (status === 200) rememberReading(house, viewer, post)
  return show(
    c,
    <Layout
      page={page}
      title={`${heading} · ${post.space.name}`}
      icons={giftIcons}
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
      <Topic
        page={page}
        topic={topic}
        fills={fills}
        answering={{ ...answering, quote: quoting }}
        heat={heat}
        above={above}
        top={top}
      />
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
