import { z } from 'zod'
import { endedBeside } from '../../attention/index.ts'
import {
  type App,
  type AppContext,
  isId,
  KindlingError,
  notFound,
  readForm,
  requireMember,
} from '../../foundation/index.ts'
import { followPost } from '../keep-entries.ts'
import { answerPace, endPace, suggestPace } from './change-pace.ts'
import { hintOf } from './kind.ts'
import { showStandBy } from './stand-by-page.tsx'
import { heatErrors as errors } from './words.ts'

const answerForm = z.object({ agreed: z.enum(['yes', 'no']) })

const postOf = (c: AppContext): string => {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw notFound()
  return id
}

const back = (c: AppContext) => c.redirect(`/posts/${postOf(c)}#answer`, 303)

async function hide(c: AppContext): Promise<Response> {
  await endedBeside(c.var.house, requireMember(c), hintOf(postOf(c)), 'dismissed')
  return back(c)
}

/** Hears no more of it, and goes. */
async function leave(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  await followPost(c.var.house, viewer, postOf(c), false)
  await endedBeside(c.var.house, viewer, hintOf(postOf(c)), 'heeded')
  return c.redirect(`/posts/${postOf(c)}?did=left`, 303)
}

async function answer(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, answerForm)
  if (!result.ok) throw new KindlingError('answer_unknown', errors.agreedWrong, { status: 422 })
  await answerPace(c.var.house, viewer, postOf(c), result.value.agreed === 'yes')
  return back(c)
}

const pressed =
  (change: (c: AppContext) => Promise<void>) =>
  async (c: AppContext): Promise<Response> => {
    await change(c)
    return back(c)
  }

/** What somebody does about a thread that heats up. */
export function heatRoutes(app: App): void {
  app.post('/posts/:id/heat/hide', hide)
  app.post('/posts/:id/heat/leave', leave)
  app.get('/posts/:id/stand-by', (c) => showStandBy(c, postOf(c)))
  app.post(
    '/posts/:id/pace',
    pressed((c) => suggestPace(c.var.house, requireMember(c), postOf(c))),
  )
  app.post('/posts/:id/pace/answer', answer)
  app.post(
    '/posts/:id/pace/end',
    pressed((c) => endPace(c.var.house, requireMember(c), postOf(c))),
  )
}
