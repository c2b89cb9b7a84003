import { z } from 'zod'
import { entryHref, entryPlace } from '../conversation/index.ts'
import { type App, type AppContext, isId, notFound, readForm, requireMember } from '../foundation/index.ts'
import { showKeepsakes, showPrint, showWaiting } from './keepsakes-page.tsx'
import { showKudos } from './kudos/page.tsx'
import { notNow } from './missed/remind.ts'
import { showThank, takeThanks } from './pages.tsx'
import { answerThanks, decideShowing, keepThanks, putAway } from './receive-thanks.ts'
import { showChoices, takeChoices } from './settings-page.tsx'
import { takeDown } from './shout-out.ts'
import type { Thanks } from './store.ts'
import { takeBackThanks } from './take-back-thanks.ts'
import { showValues, takeValues, takeWake, VALUES_PAGE } from './values/pages.tsx'
import { showShoutOut, showWall, takeShoutOut } from './wall-page.tsx'

const choiceForm = z.object({ choice: z.enum(['show', 'keep', 'always', 'never']) })

function idOf(c: AppContext): string {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw notFound()
  return id
}

/** Back to where it was pressed: a list of one's own, or else the thread. */
function backTo(c: AppContext, { postId, replyId }: Thanks, did: string): Response {
  const fromThread = postId !== null && c.req.query('then') !== 'keepsakes'
  if (!fromThread) return c.redirect(`/keepsakes?did=${did}`, 303)
  return c.redirect(entryPlace(postId, replyId), 303)
}

/** The wall it was pressed on; undefined for whatever else an address says. */
const wallIn = (then: string | undefined): string | undefined =>
  then && /^(\/spaces\/[a-z0-9-]+)?\/wall$/.test(then) ? then : undefined

async function takeShowing(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, choiceForm)
  if (!result.ok) throw notFound()
  return backTo(c, await decideShowing(c.var.house, viewer, idOf(c), result.value.choice), 'decided')
}

/** Addresses of thanks and of all that is given like them. */
export function thanksRoutes(app: App): void {
  app.get('/thank', (c) => showThank(c))
  app.post('/thank', (c) => takeThanks(c))
  app.post('/thanks/:id/take-back', async (c) => {
    const thanks = await takeBackThanks(c.var.house, requireMember(c), idOf(c))
    if (thanks.forName) return c.redirect('/wall', 303)
    return thanks.postId ? backTo(c, thanks, 'taken-back') : c.redirect('/members', 303)
  })
  app.post('/thanks/:id/showing', takeShowing)
  app.post('/thanks/:id/answer', async (c) =>
    backTo(c, await answerThanks(c.var.house, requireMember(c), idOf(c)), 'answered'),
  )
  app.post('/thanks/:id/put-away', async (c) =>
    backTo(c, await putAway(c.var.house, requireMember(c), idOf(c)), 'put-away'),
  )
  app.post('/thanks/:id/keep', async (c) => {
    await keepThanks(c.var.house, requireMember(c), idOf(c))
    return c.redirect('/keepsakes?did=kept', 303)
  })
  app.get('/keepsakes', (c) => showKeepsakes(c))
  app.get('/keepsakes/waiting', (c) => showWaiting(c))
  app.get('/keepsakes/print', (c) => showPrint(c))
  app.post('/thanks/missed/:id/not-now', async (c) => {
    const id = idOf(c)
    await notNow(c.var.house, requireMember(c), id)
    return c.redirect(entryHref(id), 303)
  })
  app.get('/wall', (c) => showWall(c))
  app.get('/spaces/:slug/wall', (c) => showWall(c, c.req.param('slug')))
  app.get('/spaces/:slug/kudos', (c) => showKudos(c, c.req.param('slug')))
  app.get('/shout-out', (c) => showShoutOut(c))
  app.post('/shout-out', (c) => takeShoutOut(c))
  app.post('/thanks/:id/take-down', async (c) => {
    const thanks = await takeDown(c.var.house, requireMember(c), idOf(c))
    const wall = wallIn(c.req.query('then'))
    if (wall || thanks.postId === null) return c.redirect(wall ?? '/wall', 303)
    return c.redirect(entryPlace(thanks.postId, thanks.replyId), 303)
  })
  app.get(VALUES_PAGE, (c) => showValues(c))
  app.post(VALUES_PAGE, (c) => takeValues(c))
  app.post(`${VALUES_PAGE}/:id/wake`, (c) => takeWake(c, c.req.param('id')))
  app.get('/settings/thanks', (c) => showChoices(c))
  app.post('/settings/thanks', (c) => takeChoices(c))
}
