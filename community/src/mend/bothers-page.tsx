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
import { messagePolicy } from '../messages/index.ts'
import { ENTRY } from './entry-store.ts'
import { kindOf } from './kinds.ts'
import { WhereFrom } from './parts.tsx'
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

/** A message to who wrote it, which both could read the words beside. */
const askHref = ({ kind, id }: SubjectAddress, { handle }: BoundsTarget) =>
  `/messages/new?${new URLSearchParams({ to: handle, ...(kind === ENTRY ? { beside: id } : {}) })}`

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
  // Of messages the conversation itself is the place to ask.
  const asks = found.asks !== false && messagePolicy.use(page.viewer)
  return (
    <>
      {asks && (
        <Way page={page} what={w.bothersAsk} name={name}>
          <a class="act plain" href={askHref(about, target)}>
            {page.t(w.bothersAskAct, { name })}
          </a>
        </Way>
      )}
      {found.ways.map((way) => (
        <Way page={page} what={way.about} name={name}>
          {way.press ? (
            <form class="inline" method="post" action={way.href}>
              <button class="act plain" type="submit">
                {page.t(way.act, { name })}
              </button>
            </form>
          ) : (
            <a class="act plain" href={way.href}>
              {page.t(way.act, { name })}
            </a>
          )}
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
      <Head side={<WhereFrom page={page} found={found} />}>{page.t(w.bothers)}</Head>
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
