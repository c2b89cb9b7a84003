import { z } from 'zod'
import {
  type App,
  type AppContext,
  fieldErrors,
  isId,
  KindlingError,
  type MemberViewer,
  notFound,
  readForm,
  requireMember,
} from '../../foundation/index.ts'
import { showCalendar } from './calendar-page.tsx'
import { showChange, showNew, takeChange, takeNew } from './form-page.tsx'
import { beginOccasion, declineOccasion, offerToHost } from './host-occasion.ts'
import { showIcs } from './ics.ts'
import { showRitual } from './ritual-page.tsx'
import { handOnRitual, restRitual, wakeRitual } from './set-up.ts'
import { agreeToShow, passTurn, readAll } from './take-turn.ts'

function idOf(c: AppContext): string {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw notFound()
  return id
}

/** A button on a ritual's page. */
const pressed =
  (did: string, act: (c: AppContext, viewer: MemberViewer, id: string) => Promise<void>) =>
  async (c: AppContext): Promise<Response> => {
    const id = idOf(c)
    await act(c, requireMember(c), id)
    return c.redirect(`/rituals/${id}?did=${did}`, 303)
  }

async function takeBegin(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const id = idOf(c)
  const result = await readForm(c, z.object({ body: z.string().default('') }))
  if (!result.ok) throw notFound()
  try {
    const postId = await beginOccasion(c.var.house, viewer, id, result.value.body)
    return c.redirect(postId ? `/posts/${postId}` : `/rituals/${id}?did=begun`, 303)
  } catch (error) {
    if (!(error instanceof KindlingError)) throw error
    // Where somebody was quicker, what was written is not lost.
    if (error.status !== 422 && error.code !== 'somebody_hosts') throw error
    const status = error.status === 403 ? 403 : 422
    return showRitual(c, id, { typed: result.typed, errors: fieldErrors(error, c.var.t) }, status)
  }
}

async function takeHandOn(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const id = idOf(c)
  const result = await readForm(c, z.object({ to: z.string().default('') }))
  if (!result.ok) throw notFound()
  try {
    await handOnRitual(c.var.house, viewer, id, result.value.to)
    return c.redirect(`/rituals/${id}?did=handed-on`, 303)
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status !== 422) throw error
    return showRitual(c, id, { typed: result.typed, errors: fieldErrors(error, c.var.t) }, 422)
  }
}

const agreeing = (agreed: boolean) => async (c: AppContext) => {
  const id = idOf(c)
  const postId = await agreeToShow(c.var.house, requireMember(c), id, agreed)
  return c.redirect(`/posts/${postId}?reply=${id}#r-${id}`, 303)
}

const inThread =
  (act: typeof passTurn) =>
  async (c: AppContext): Promise<Response> => {
    const id = idOf(c)
    await act(c.var.house, requireMember(c), id)
    return c.redirect(`/posts/${id}`, 303)
  }

/** Addresses of rituals. What is fixed stands before what is an id. */
export function ritualRoutes(app: App): void {
  app.get('/rituals', (c) => showCalendar(c))
  app.get('/rituals.ics', (c) => showIcs(c))
  app.get('/rituals/new', (c) => showNew(c))
  app.post('/rituals/new', (c) => takeNew(c))
  app.post('/rituals/entries/:id/show', agreeing(true))
  app.post('/rituals/entries/:id/withhold', agreeing(false))
  app.post('/rituals/threads/:id/pass', inThread(passTurn))
  app.post('/rituals/threads/:id/read', inThread(readAll))
  app.get('/rituals/:id', (c) => showRitual(c, idOf(c)))
  app.get('/rituals/:id/change', (c) => showChange(c, idOf(c)))
  app.post('/rituals/:id/change', (c) => takeChange(c, idOf(c)))
  app.post('/rituals/:id/begin', takeBegin)
  app.post('/rituals/:id/hand-on', takeHandOn)
  app.post(
    '/rituals/:id/not-this-time',
    pressed('declined', (c, viewer, id) => declineOccasion(c.var.house, viewer, id)),
  )
  app.post(
    '/rituals/:id/offer',
    pressed('offered', (c, viewer, id) => offerToHost(c.var.house, viewer, id, true)),
  )
  app.post(
    '/rituals/:id/offer/end',
    pressed('offer-ended', (c, viewer, id) => offerToHost(c.var.house, viewer, id, false)),
  )
  app.post(
    '/rituals/:id/rest',
    pressed('rested', (c, viewer, id) => restRitual(c.var.house, viewer, id)),
  )
  app.post(
    '/rituals/:id/wake',
    pressed('woken', (c, viewer, id) => wakeRitual(c.var.house, viewer, id)),
  )
}
