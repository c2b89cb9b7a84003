import {
  type AppContext,
  FormEnd,
  Head,
  Layout,
  pageContext,
  requireMember,
  show,
} from '../foundation/index.ts'
import { Words } from './parts.tsx'
import { addressOf, replyPlace } from './places.ts'
import { readOwn, takeBackEntry } from './take-back-entry.ts'
import { conversationWords as w } from './words.ts'

/** Asks once before words are erased, and shows which. */
export async function showTakeBack(c: AppContext, postId: string, replyId: string | null): Promise<Response> {
  const { entry, post } = await readOwn(c.var.house, requireMember(c), postId, replyId)
  const page = pageContext(c)
  const title = page.t(replyId ? w.takeBackReplyTitle : w.takeBackPostTitle)
  return show(
    c,
    <Layout page={page} title={title} unlisted>
      <Head side={<a href={addressOf(entry)}>{post.title}</a>}>{title}</Head>
      <form class="row bare" method="post" action={`${addressOf(entry)}/take-back`}>
        <div class="main">
          <blockquote>
            <Words page={page} entry={entry} />
          </blockquote>
          <p class="house">{page.t(replyId ? w.takeBackReplySays : w.takeBackPostSays)}</p>
          <FormEnd page={page} button={page.t(w.takeBack)} back={addressOf(entry)} stay={page.t(w.keepIt)} />
        </div>
      </form>
    </Layout>,
  )
}

export async function takeTakeBack(c: AppContext, postId: string, replyId: string | null): Promise<Response> {
  await takeBackEntry(c.var.house, requireMember(c), postId, replyId)
  return c.redirect(replyId ? replyPlace(postId, replyId) : `/posts/${postId}`, 303)
}
