import { type AppContext, ErrorSummary, type FieldErrors, Head, type House, isMember, Layout, Note, notFound, pageContext, type PageContext, show, type Typed } from '../foundation/index.ts'
import { spaceWords } from '../spaces/index.ts'
import { authorName, needText, ReplyRow, Under, Who, Words } from './parts.tsx'
import { entryPolicy } from './policy.ts'
import { readTopic, type TopicPage } from './read-topic.ts'
import { besidePost, entryActs, entryGiven, entryMore } from './slots.ts'
import type { PostView } from './views.ts'
import { conversationWords as w } from './words.ts'
import { factsOf } from './write-reply.ts'

interface Answering {
  typed?: Typed
  errors?: FieldErrors
  to?: string | undefined
}

const readers = { public: spaceWords.readersPublic, members: spaceWords.readersMembers, invited: spaceWords.readersInvited }

function WhoReads({ page, post }: { page: PageContext; post: PostView }) {
  const { visibility, name } = post.space
  const phrase = visibility === 'public' ? w.whoReadsPublic : visibility === 'members' ? w.whoReadsMembers : w.whoReadsInvited
  return <>{page.t(phrase, { space: name })}</>
}

function AnswerForm({ page, topic, answering }: { page: PageContext; topic: TopicPage; answering: Answering }) {
  const { post } = topic
  const to = answering.to ?? answering.typed?.to
  const parent = to ? topic.replies.find((reply) => reply.id === to) : undefined
  const error = answering.errors?.body
  return (
    <section class="row" id="answer">
      <p class="side"><WhoReads page={page} post={post} /></p>
      <form class="main" method="post" action={`/posts/${post.id}/replies`} data-draft={`answer-${post.id}`}>
        {needText(page, post) && <p class="house">{needText(page, post)}</p>}
        <div class="set">
          <label for="f-body">{parent ? page.t(w.yourAnswerTo, { name: authorName(page, parent.author) }) : page.t(w.yourAnswer)}</label>
          {error && <p class="wrong" id="f-body-error">{error}</p>}
          <textarea id="f-body" name="body" rows={4} required aria-describedby={error ? 'f-body-error' : undefined} aria-invalid={error ? 'true' : undefined}>
            {`\n${answering.typed?.body ?? ''}`}
          </textarea>
        </div>
        {to && <input type="hidden" name="to" value={to} />}
        <p class="bar">
          <button class="b go" type="submit">{page.t(w.post)}</button>
          {parent && <a class="act plain" href={`/posts/${post.id}#answer`}>{page.t(w.answerPostInstead)}</a>}
        </p>
      </form>
    </section>
  )
}

function AnswerPlace({ page, topic, answering }: { page: PageContext; topic: TopicPage; answering: Answering }) {
  const { post } = topic
  if (entryPolicy.reply(page.viewer, factsOf(post))) return <AnswerForm page={page} topic={topic} answering={answering} />
  const then = encodeURIComponent(`/posts/${post.id}#answer`)
  return (
    <div class="row">
      <p class="main house">
        {post.locked
          ? page.t(w.locked)
          : post.space.archived
            ? page.t(w.archived)
            : !isMember(page.viewer) &&
              page.t.rich(w.signInToAnswer, {
                link: (text) => <a href={`/sign-in?then=${then}`}>{text}</a>,
                join: (text) => <a href={`/join?then=${then}`}>{text}</a>,
              })}
      </p>
    </div>
  )
}

async function loadFills(house: House, page: PageContext, topic: TopicPage) {
  const items = [topic.post, ...topic.replies].map((entry) => ({ entry, post: topic.post }))
  const [given, acts, more, beside] = await Promise.all([
    house.slots.load(entryGiven, house, page, items),
    house.slots.load(entryActs, house, page, items),
    house.slots.load(entryMore, house, page, items),
    house.slots.load(besidePost, house, page, [topic.post]),
  ])
  return { given, acts, more, beside }
}

/** A thread: the post, its answers in reading order, and the place to answer. */
export async function showTopic(c: AppContext, id: string, answering: Answering = {}, status: 200 | 422 | 403 = 200): Promise<Response> {
  const { house, viewer } = c.var
  const after = /^([0-9a-f]{32}){1,3}$/.test(c.req.query('after') ?? '') ? c.req.query('after') : ''
  const topic = await readTopic(house, viewer, id, after)
  if (!topic) throw notFound()
  const page = pageContext(c)
  const fills = await loadFills(house, page, topic)
  const { post } = topic
  const name = authorName(page, post.author)
  const more = page.t(w.more)
  const to = answering.to ?? c.req.query('to')
  let previous = post.createdAt
  return show(
    c,
    <Layout page={page} title={`${post.title} · ${post.space.name}`} icons={['thanks']} unlisted={post.space.visibility !== 'public'} scripts={isMember(viewer) ? ['reader'] : undefined}>
      <Head side={<><a href={`/spaces/${post.space.slug}`}>{post.space.name}</a><br />{post.space.visibility !== 'public' && page.t(readers[post.space.visibility])}</>}>
        {post.title}
      </Head>
      <ErrorSummary page={page} errors={answering.errors} />
      {!after && (
        <article class="row post" aria-label={post.author ? page.t(w.postBy, { name }) : page.t(w.postWithoutName)}>
          <Who page={page} entry={post} time={page.time.moment(post.createdAt)} />
          <div class="main lede">
            <Words page={page} entry={post} />
            <Under page={page} entry={post} post={post} fills={fills} moreLabel={more} />
          </div>
          {(needText(page, post) || fills.beside(post.id, post).some(Boolean)) && (
            <Note>{needText(page, post)}{fills.beside(post.id, post)}</Note>
          )}
        </article>
      )}
      <h2 class="vh">{page.t(w.answers)}</h2>
      {after && <p class="row bare"><a class="main" href={`/posts/${post.id}`}>{page.t(w.fromStart)}</a></p>}
      {topic.replies.map((reply) => {
        const before = previous
        previous = reply.createdAt
        return <ReplyRow page={page} reply={reply} post={post} fills={fills} moreLabel={more} previous={before} />
      })}
      {topic.next && <div class="row"><p class="main bar"><a class="b" rel="next" href={`/posts/${post.id}?after=${topic.next}`}>{page.t(w.moreAnswers)}</a></p></div>}
      <AnswerPlace page={page} topic={topic} answering={{ ...answering, to }} />
    </Layout>,
    status,
  )
}
