import { z } from 'zod'
import {
  type AppContext,
  FormEnd,
  Head,
  isId,
  Layout,
  type MemberViewer,
  Note,
  notFound,
  type PageContext,
  pageContext,
  readForm,
  show,
} from '../foundation/index.ts'
import { leaveOpening, putAway, readOpenable, takeBackOpening } from './leave-opening.ts'
import { openingUnder } from './openings-store.ts'
import { forUsers } from './parts.tsx'
import { type About, readAbouts } from './read-about.ts'
import { openingEnds } from './rules.ts'
import { messageWords as w } from './words.ts'

const back = ({ postId, replyId }: Pick<About, 'postId' | 'replyId'>) =>
  replyId ? `/posts/${postId}?reply=${replyId}#r-${replyId}` : `/posts/${postId}`

async function already(
  page: PageContext,
  viewer: MemberViewer,
  entryId: string,
): Promise<string | undefined> {
  const before = await openingUnder(page.house.db, viewer.communityId, entryId, viewer.memberId)
  if (!before) return undefined
  const ends = openingEnds(before.createdAt)
  return ends > page.time.now ? page.t(w.hereDone, { day: page.time.date(ends) }) : page.t(w.hereLapsed)
}

/** Before it is left: who reads it, and how it ends. */
export async function showHere(c: AppContext): Promise<Response> {
  return forUsers(c, async (viewer) => {
    const about = await readOpenable(c.var.house, viewer, c.req.query('entry') ?? '')
    const page = pageContext(c)
    const done = await already(page, viewer, about.entryId)
    const href = back(about)
    return show(
      c,
      <Layout page={page} title={page.t(w.hereTitle)} unlisted>
        <Head
          side={page.t.rich(
            w.hereUnder,
            { link: (title) => <a href={href}>{title}</a> },
            { title: about.title },
          )}
        >
          {page.t(w.hereTitle)}
        </Head>
        <form class="row" method="post" action="/here">
          <input type="hidden" name="entry" value={about.entryId} />
          <div class="main">
            <p class="lead">{done ?? page.t(w.hereLead, { name: viewer.name })}</p>
            <FormEnd page={page} button={done ? undefined : page.t(w.hereSay)} back={href} />
          </div>
          <Note>{page.t(w.hereEnds)}</Note>
        </form>
      </Layout>,
    )
  })
}

const form = z.object({ entry: z.string().default('') })

export async function takeHere(c: AppContext): Promise<Response> {
  return forUsers(c, async (viewer) => {
    const result = await readForm(c, form)
    if (!result.ok) throw notFound()
    const about = await leaveOpening(c.var.house, viewer, result.value.entry)
    return c.redirect(back(about), 303)
  })
}

/** Whoever may no longer leave one may still take one back. */
export async function takeHereBack(c: AppContext): Promise<Response> {
  return forUsers(c, async (viewer) => {
    const result = await readForm(c, form)
    const entry = result.ok ? result.value.entry : ''
    const { house } = c.var
    await takeBackOpening(house, viewer, entry)
    const asking = { community: viewer.communityId, member: viewer.memberId }
    const about = isId(entry) ? (await readAbouts(house, asking, [entry])).get(entry) : undefined
    return c.redirect(about ? back(about) : '/messages', 303)
  })
}

export async function takePutAway(c: AppContext, id: string): Promise<Response> {
  return forUsers(c, async (viewer) => {
    if (!isId(id)) throw notFound()
    return c.redirect(back(await putAway(c.var.house, viewer, id)), 303)
  })
}
