import {
  type AppContext,
  Head,
  Layout,
  type MemberViewer,
  notFound,
  type PageContext,
  type Phrase,
  pageContext,
  permitted,
  show,
} from '../../foundation/index.ts'
import { Face } from '../../members/index.ts'
import { spotlightsOpen } from './open-here.ts'
import { HOST_PAGE, KEPT_PAGE } from './pages-at.ts'
import { Sentences } from './parts.tsx'
import { spotlightPolicy } from './policy.ts'
import { readSpotlight, type SpotlightView } from './read-spotlight.ts'
import { spotlightWords as w } from './words.ts'

/** A line of the house at the top, after something was done. */
export function Did({
  page,
  says,
  params,
}: {
  page: PageContext
  says: Phrase | undefined
  params?: Record<string, string>
}) {
  if (!says) return null
  return (
    <div class="row bare">
      <p class="main house" role="status">
        {page.t(says, params ?? {})}
      </p>
    </div>
  )
}

/** One button, and what it does; `inline` among others in a line. */
export function Press(props: {
  page: PageContext
  action: string
  phrase: Phrase
  go?: boolean
  inline?: boolean
}) {
  const { page, action, phrase, go, inline } = props
  return (
    <form class={inline ? 'inline' : 'bar'} method="post" action={action}>
      <button class={go ? 'b go' : 'act plain'} type="submit">
        {page.t(phrase)}
      </button>
    </form>
  )
}

/** The viewer, where spotlights are open; elsewhere their pages are not there. */
export async function whereOpen(
  c: AppContext,
  may: (viewer: MemberViewer) => boolean,
): Promise<MemberViewer> {
  const viewer = permitted(c, (one) => spotlightPolicy.read(one))
  if (!may(viewer) || !(await spotlightsOpen(c.var.house, viewer.communityId))) throw notFound()
  return viewer
}

/** Somebody and what is told about them, as everybody reads it. */
export function LitPerson({
  page,
  member,
  sentences,
}: {
  page: PageContext
  member: SpotlightView['member']
  sentences: SpotlightView['sentences']
}) {
  return (
    <section class="row">
      <div class="side who big">
        <Face id={member.id} name={member.name} pictureId={member.pictureId} />
      </div>
      <div class="main">
        <h2>
          <a class="quiet" href={`/members/${member.handle}`}>
            {member.name}
          </a>
        </h2>
        <Sentences page={page} sentences={sentences} />
      </div>
    </section>
  )
}

function TakeDown({ page, id }: { page: PageContext; id: string }) {
  return (
    <form class="row bare" method="post" action={`/spotlight/${id}/end`}>
      <div class="main">
        <p class="house">{page.t(w.thisIsYou)}</p>
        <p class="bar">
          <button class="b" type="submit">
            {page.t(w.takeDown)}
          </button>
        </p>
      </div>
    </form>
  )
}

/** GET /spotlight: one person, in the words of the others. */
export async function showSpotlight(c: AppContext): Promise<Response> {
  const viewer = await whereOpen(c, spotlightPolicy.read)
  const view = await readSpotlight(c.var.house, viewer)
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.title)} unlisted>
      <Head side={view && page.t(w.until, { day: page.time.date(view.until) })}>{page.t(w.title)}</Head>
      <div class="row bare">
        <div class="main">
          <p class="lead">{page.t(view ? w.lead : w.nobody)}</p>
        </div>
      </div>
      {view && <LitPerson page={page} member={view.member} sentences={view.sentences} />}
      {view?.mine && <TakeDown page={page} id={view.id} />}
      <div class="row">
        <div class="main">
          <p class="dim">{page.t(w.nobodyHint)}</p>
          <p class="bar">
            <a class="act plain" href={KEPT_PAGE}>
              {page.t(w.yours)}
            </a>
            <a class="act plain" href={HOST_PAGE}>
              {page.t(w.hosting)}
            </a>
          </p>
        </div>
      </div>
    </Layout>,
  )
}
