import type { Child } from 'hono/jsx'
import { BlockLink, type BoundsTarget, type FoundWords, MuteAction } from '../bounds/index.ts'
import {
  type AppContext,
  Head,
  Layout,
  notFound,
  type PageContext,
  type Phrase,
  pageContext,
  requireMember,
  show,
} from '../foundation/index.ts'
import { kindOf } from './kinds.ts'
import { reportHref, type SubjectAddress } from './subject-address.ts'
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

function Ways({
  page,
  about,
  found,
  target,
}: {
  page: PageContext
  about: SubjectAddress
  found: FoundWords
  target: BoundsTarget
}) {
  const { name } = target
  return (
    <>
      {found.ways.map((way) => (
        <Way page={page} what={way.about} name={name}>
          <a class="act plain" href={way.href}>
            {page.t(way.act, { name })}
          </a>
        </Way>
      ))}
      <Way page={page} what={target.muted ? w.bothersMuted : w.bothersMute} name={name}>
        <MuteAction page={page} target={target} />
      </Way>
      <Way page={page} what={w.bothersBlock} name={name}>
        <BlockLink page={page} target={target} />
      </Way>
      {!found.hidden && (
        <Way page={page} what={w.bothersReport} name={name}>
          <a class="act plain" href={reportHref(about)}>
            {page.t(w.report)}
          </a>
        </Way>
      )}
    </>
  )
}

/** "This bothers me": everything one can do about somebody's words, with what each does. Only its reader sees it. */
export async function showBothers(c: AppContext, about: SubjectAddress): Promise<Response> {
  const viewer = requireMember(c)
  const found = await kindOf(c.var.house, about.kind)?.find(c.var.house, viewer, about.id)
  const page = pageContext(c)
  const target = found?.by
  if (!target || found.mine || viewer.waiting) throw notFound()
  return show(
    c,
    <Layout page={page} title={page.t(w.bothers)} unlisted>
      <Head side={<a href={target.back}>{found.where}</a>}>{page.t(w.bothers)}</Head>
      <div class="row bare">
        <p class="side">{page.t(w.bySomeone, { name: target.name })}</p>
        <p class="main lead">{page.t(w.bothersLead, { name: target.name })}</p>
      </div>
      <Ways page={page} about={about} found={found} target={target} />
      <div class="row bare">
        <p class="main bar">
          <a class="b" href={target.back}>
            {page.t(w.backToIt)}
          </a>
        </p>
      </div>
    </Layout>,
  )
}
