import { z } from 'zod'
import { replyPlace } from '../conversation/index.ts'
import { type App, type AppContext, isId, notFound, readForm, requireMember } from '../foundation/index.ts'
import { showHow } from './how-page.tsx'
import { markReply, takeMarkBack } from './mark-reply.ts'
import { HOW_PAGE } from './parts.tsx'
import { allowQuote, chooseQuoting } from './quote-consent.ts'
import { marks } from './rules.ts'
import { showQuoting, takeQuoting } from './settings-page.tsx'
import { showUnsaid } from './worth/unsaid-page.tsx'

function replyIn(c: AppContext): { postId: string; replyId: string } {
  const [postId, replyId] = [c.req.param('id') ?? '', c.req.param('reply') ?? '']
  if (!isId(postId) || !isId(replyId)) throw notFound()
  return { postId, replyId }
}

const back = (c: AppContext, { postId, replyId }: { postId: string; replyId: string }) =>
  c.redirect(replyPlace(postId, replyId), 303)

const consent = z.object({ quoting: z.enum(['yes', 'no', 'always', 'never']) })

/** What its author answers beside the copy: for this one, or for all to come. */
async function takeConsent(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const reply = replyIn(c)
  const result = await readForm(c, consent)
  if (!result.ok) throw notFound()
  const { quoting } = result.value
  await allowQuote(c.var.house, viewer, { ...reply, quoted: quoting === 'yes' || quoting === 'always' })
  if (quoting === 'always' || quoting === 'never') await chooseQuoting(c.var.house, viewer, quoting)
  return c.redirect(`/posts/${reply.postId}#lifted`, 303)
}

/** Addresses of marks, of the rule they follow, and of who may be quoted. */
export function liftingRoutes(app: App): void {
  for (const mark of marks) {
    app.post(`/posts/:id/replies/:reply/${mark}`, async (c) => {
      const reply = replyIn(c)
      await markReply(c.var.house, requireMember(c), { ...reply, mark })
      return back(c, reply)
    })
    app.post(`/posts/:id/replies/:reply/${mark}/take-back`, async (c) => {
      const reply = replyIn(c)
      await takeMarkBack(c.var.house, requireMember(c), { replyId: reply.replyId, mark })
      return back(c, reply)
    })
  }
  app.post('/posts/:id/replies/:reply/quoting', (c) => takeConsent(c))
  app.get(HOW_PAGE, (c) => showHow(c))
  app.get('/settings/lifting', (c) => showQuoting(c))
  app.post('/settings/lifting', (c) => takeQuoting(c))
  app.get('/helped', (c) => showUnsaid(c))
}
