import { z } from 'zod'
import { type App, type AppContext, isId, KindlingError, notFound, readForm, requireMember } from '../foundation/index.ts'
import { showCompose, takePost } from './compose-page.tsx'
import { showLately, showSpace, showSpaces } from './feed-pages.tsx'
import { showTopic } from './topic-page.tsx'
import { writeReply } from './write-reply.ts'

const replyForm = z.object({ body: z.string().default(''), to: z.string().optional(), unnamed: z.literal('yes').optional() })

/** An id from the address; anything else is not found rather than an error. */
function idOf(c: AppContext, name = 'id'): string {
  const id = c.req.param(name) ?? ''
  if (!isId(id)) throw notFound()
  return id
}

async function takeReply(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const postId = idOf(c)
  const result = await readForm(c, replyForm)
  if (!result.ok) return showTopic(c, postId, { typed: result.typed, errors: result.errors }, 422)
  const to = result.value.to
  try {
    const id = await writeReply(c.var.house, viewer, postId, { body: result.value.body, parentId: to && isId(to) ? to : null, unnamed: result.value.unnamed === 'yes' })
    return c.redirect(`/posts/${postId}?reply=${id}#r-${id}`, 303)
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status >= 500 || error.code === 'not_found') throw error
    const status = error.status === 403 ? 403 : 422
    return showTopic(c, postId, { typed: result.typed, errors: { [String(error.details?.field ?? '')]: error.message } }, status)
  }
}

/** Addresses of reading and writing. */
export function conversationRoutes(app: App): void {
  app.get('/spaces', (c) => showSpaces(c))
  app.get('/spaces/:slug', (c) => showSpace(c, c.req.param('slug')))
  app.get('/lately', (c) => showLately(c))
  app.get('/new', (c) => showCompose(c))
  app.post('/new', (c) => takePost(c))
  app.get('/posts/:id', (c) => showTopic(c, idOf(c)))
  app.post('/posts/:id/replies', (c) => takeReply(c))
}
