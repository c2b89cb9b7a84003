import {
  type AppContext,
  giftIcons,
  Head,
  Layout,
  notFound,
  pageContext,
  requireMember,
  show,
} from '../foundation/index.ts'
import { MoreForm } from './more-menu.tsx'
import { ReplyRow } from './parts.tsx'
import { replyPlace } from './places.ts'
import { readTopic } from './read-topic.ts'
import { loadFills, loadGiven } from './topic-parts.tsx'
import { conversationWords as w } from './words.ts'

/** An answer with its menu open. A thread fetches the menu from here; without script More leads here. */
export async function showMore(c: AppContext, postId: string, replyId: string): Promise<Response> {
  const { house } = c.var
  const viewer = requireMember(c)
  const page = pageContext(c)
  const [topic, given] = await Promise.all([
    readTopic(house, viewer, postId, { reply: replyId }),
    loadGiven(house, page, postId),
  ])
  const reply = topic?.replies.find(({ id }) => id === replyId)
  if (!topic || !reply) throw notFound()
  const { post } = topic
  const back = replyPlace(postId, replyId)
  // Taken back meanwhile: the thread says so, and there is nothing left to do with it.
  if (reply.deleted) return c.redirect(back, 303)
  const fills = await loadFills(house, page, { post, replies: [reply] }, given, reply)
  return show(
    c,
    <Layout page={page} title={page.t(w.moreTitle)} icons={giftIcons} unlisted>
      <Head side={<a href={back}>{post.title || page.t(post.deleted ? w.deletedTitle : w.hiddenTitle)}</a>}>
        {page.t(w.moreTitle)}
      </Head>
      <MoreForm />
      <ReplyRow page={page} reply={reply} post={post} fills={fills} previous={post.createdAt} opened />
    </Layout>,
  )
}
