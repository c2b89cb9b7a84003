import { z } from 'zod'
import {
  type AppContext,
  FormEnd,
  Head,
  Layout,
  Note,
  type PageContext,
  type Phrase,
  pageContext,
  readForm,
  requireMember,
  show,
} from '../foundation/index.ts'
import { localPath, SettingsLink } from '../members/index.ts'
import type { BoundsAct } from './rules.ts'
import { readDistance, setBounds } from './set-bounds.ts'
import { type BoundPerson, blockedBy, mutedBy } from './store.ts'
import { boundsWords as w } from './words.ts'

/** Before blocking: what it does, in one sentence. */
export async function showBlock(c: AppContext, handle: string): Promise<Response> {
  const viewer = requireMember(c)
  const { other, muted } = await readDistance(c.var.house, viewer, handle)
  const page = pageContext(c)
  const { name } = other
  const back = localPath(c.req.query('back'), `/members/${handle}`)
  const steward = other.role === 'steward' || other.role === 'administrator'
  return show(
    c,
    <Layout page={page} title={page.t(w.blockTitle, { name })} unlisted>
      <Head side={<a href="/settings/boundaries">{page.t(w.title)}</a>}>
        {page.t(w.blockTitle, { name })}
      </Head>
      <form class="row" method="post" action={`/bounds/${handle}/block`}>
        <div class="main">
          <p class="lead">{page.t(w.blockDoes, { name })}</p>
          <p>{page.t(w.blockTells)}</p>
          <p>{page.t(w.blockReportFirst, { name })}</p>
          {steward && <p class="house">{page.t(w.blockSteward, { name })}</p>}
          <FormEnd page={page} button={page.t(w.block, { name })} back={back} />
        </div>
        <Note>
          <span class="block">{page.t(w.blockPublic)}</span>
          <span class="block">{page.t(w.blockUnnamed)}</span>
        </Note>
      </form>
      {!muted && (
        <form class="row" method="post" action={`/bounds/${handle}/mute`}>
          <input type="hidden" name="back" value={back} />
          <div class="main">
            <p>{page.t(w.instead, { name })}</p>
            <p class="bar">
              <button class="b" type="submit">
                {page.t(w.mute, { name })}
              </button>
            </p>
          </div>
        </form>
      )}
    </Layout>,
  )
}

function People(props: {
  page: PageContext
  heading: Phrase
  means: Phrase
  people: BoundPerson[]
  undo: BoundsAct
  undoWord: Phrase
}) {
  const { page, people } = props
  if (people.length === 0) return null
  return (
    <>
      <section class="row bare">
        <div class="main tight">
          <h2>{page.t(props.heading)}</h2>
          <p class="hint">{page.t(props.means)}</p>
        </div>
      </section>
      {people.map((one) => (
        <div class="row acted">
          <p class="side">{page.time.day(one.since)}</p>
          <p class="main">{one.name}</p>
          <form class="do" method="post" action={`/bounds/${one.handle}/${props.undo}`}>
            <input type="hidden" name="back" value="/settings/boundaries" />
            <button class="b small" type="submit">
              {page.t(props.undoWord, { name: one.name })}
            </button>
          </form>
        </div>
      ))}
    </>
  )
}

const done: Record<BoundsAct, Phrase> = {
  block: w.nowBlocked,
  unblock: w.nowUnblocked,
  mute: w.nowMuted,
  unmute: w.nowUnmuted,
}

/** Whom I keep at a distance, with the way to undo it. `said` is what just happened. */
export async function showBoundaries(
  c: AppContext,
  said?: { act: BoundsAct; name: string },
): Promise<Response> {
  const viewer = requireMember(c)
  const { db } = c.var.house
  const [blocked, muted] = await Promise.all([
    blockedBy(db, viewer.communityId, viewer.memberId),
    mutedBy(db, viewer.communityId, viewer.memberId),
  ])
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.title)} unlisted>
      <Head side={<SettingsLink page={page} />}>{page.t(w.title)}</Head>
      <div class="row bare">
        <div class="main">
          {said && (
            <p class="house" role="status">
              {page.t(done[said.act], { name: said.name })}
            </p>
          )}
          <p class="lead">{page.t(blocked.length + muted.length > 0 ? w.lead : w.none)}</p>
        </div>
      </div>
      <People
        page={page}
        heading={w.blocked}
        means={w.blockedMeans}
        people={blocked}
        undo="unblock"
        undoWord={w.unblock}
      />
      <People
        page={page}
        heading={w.muted}
        means={w.mutedMeans}
        people={muted}
        undo="unmute"
        undoWord={w.unmute}
      />
    </Layout>,
  )
}

const LIST = '/settings/boundaries'
const form = z.object({ back: z.string().optional() })

/** Does what was asked and goes back; after a block to the list, because where one was may be gone now. */
export async function takeBounds(c: AppContext, handle: string, act: BoundsAct): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, form)
  const other = await setBounds(c.var.house, viewer, handle, act)
  const back =
    act === 'block' ? LIST : localPath((result.ok && result.value.back) || c.req.query('back'), LIST)
  if (!back.startsWith(LIST)) return c.redirect(back, 303)
  return c.redirect(`${LIST}?${new URLSearchParams({ did: act, who: other.handle })}`, 303)
}
