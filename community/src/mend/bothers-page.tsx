import type { Child } from 'hono/jsx'
import { BlockLink, type BoundsTarget, MuteAction } from '../bounds/index.ts'
import { readEntry } from '../conversation/index.ts'
import {
  type AppContext,
  Head,
  isId,
  Layout,
  notFound,
  type PageContext,
  type Phrase,
  pageContext,
  requireMember,
  show,
} from '../foundation/index.ts'
import { distanceTarget, ReportLink } from './parts.tsx'
import { mendWords as w } from './words.ts'

function Way({
  page,
  what,
  name,
  children,
}: {
  page: PageContext
  what: Phrase
  name: string
  children: Child
}) {
  return (
    <div class="row">
      <div class="main">
        <p>{page.t(what, { name })}</p>
        <p class="acts">{children}</p>
      </div>
    </div>
  )
}

function Ways({ page, target, report }: { page: PageContext; target: BoundsTarget; report: Child }) {
  const { name } = target
  return (
    <>
      <Way page={page} what={target.muted ? w.bothersMuted : w.bothersMute} name={name}>
        <MuteAction page={page} target={target} />
      </Way>
      <Way page={page} what={w.bothersBlock} name={name}>
        <BlockLink page={page} target={target} />
      </Way>
      {report && (
        <Way page={page} what={w.bothersReport} name={name}>
          {report}
        </Way>
      )}
    </>
  )
}

/** "This bothers me": everything one can do about somebody's words, with what each does. Only its reader sees it. */
export async function showBothers(c: AppContext, postId: string, replyId: string | null): Promise<Response> {
  const viewer = requireMember(c)
  if (!isId(postId) || (replyId !== null && !isId(replyId))) throw notFound()
  const item = await readEntry(c.var.house, viewer, postId, replyId)
  const page = pageContext(c)
  const target = item && distanceTarget(page, item)
  if (!target) throw notFound()
  return show(
    c,
    <Layout page={page} title={page.t(w.bothers)} unlisted>
      <Head side={<a href={target.back}>{item.post.title}</a>}>{page.t(w.bothers)}</Head>
      <div class="row bare">
        <p class="side">{page.t(w.bySomeone, { name: target.name })}</p>
        <p class="main lead">{page.t(w.bothersLead, { name: target.name })}</p>
      </div>
      <Ways page={page} target={target} report={ReportLink({ page, item })} />
      <div class="row bare">
        <p class="main bar">
          <a class="b" href={target.back}>
            {page.t(w.backToThread)}
          </a>
        </p>
      </div>
    </Layout>,
  )
}
