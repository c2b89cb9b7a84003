import { z } from 'zod'
import { entryActs, entryGiven } from '../conversation/index.ts'
import {
  type App,
  type Feature,
  fill,
  isId,
  isMember,
  notFound,
  readForm,
  requireMember,
} from '../foundation/index.ts'
import { thanksApi } from './api.ts'
import { decideShowing, takeBackThanks } from './give-thanks.ts'
import { thanksMigrations } from './migrations.ts'
import { thanksNotice } from './notice-kinds.ts'
import { showThank, takeThanks } from './pages.tsx'
import { Given, ThankLink } from './parts.tsx'
import { type Note, notesUnder } from './store.ts'

export { decideShowing, giveThanks, takeBackThanks } from './give-thanks.ts'
export { thanksPolicy } from './policy.ts'
export type { Showing } from './rules.ts'
export { addThanks } from './store.ts'

const choiceForm = z.object({ choice: z.enum(['show', 'keep', 'always', 'never']) })

function routes(app: App): void {
  app.get('/thank', (c) => showThank(c, c.req.query('post') ?? '', c.req.query('reply') ?? null))
  app.post('/thank', (c) => takeThanks(c))
  app.post('/thanks/:id/take-back', async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) throw notFound()
    const { postId, replyId } = await takeBackThanks(c.var.house, requireMember(c), id)
    return c.redirect(`/posts/${postId}${replyId ? `#r-${replyId}` : ''}`, 303)
  })
  app.post('/thanks/:id/showing', async (c) => {
    const id = c.req.param('id')
    const viewer = requireMember(c)
    const result = await readForm(c, choiceForm)
    if (!isId(id) || !result.ok) throw notFound()
    const { postId, replyId } = await decideShowing(c.var.house, viewer, id, result.value.choice)
    return c.redirect(`/posts/${postId}${replyId ? `#r-${replyId}` : ''}`, 303)
  })
}

const given = fill(entryGiven, {
  load: async (house, page, [thread]): Promise<Map<string, Note[]> | undefined> =>
    thread && notesUnder(house, page, thread.postId),
  render: (notes, _, page) => Given({ page, notes }),
})

const acts = fill(entryActs, {
  load: async (_, page) => (isMember(page.viewer) ? new Map<string, never>() : undefined),
  render: (_, item, page) => ThankLink({ page, item }),
})

export const thanksFeature: Feature = {
  name: 'thanks',
  migrations: thanksMigrations,
  routes,
  api: thanksApi,
  slots: [given, acts],
  noticeKinds: [thanksNotice],
}
