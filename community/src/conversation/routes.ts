import { z } from 'zod'
import { backFromPause, pauseFirst } from '../composer/index.ts'
import {
  type App,
  type AppContext,
  type FieldErrors,
  fieldErrors,
  isId,
  KindlingError,
  notFound,
  pageContext,
  readForm,
  requireMember,
} from '../foundation/index.ts'
import { aboutAnswer } from './answered.ts'
import { showCompose, takePost } from './compose-page.tsx'
import { picturesAgain, picturesLost } from './composer-parts.tsx'
import { showEdit, takeEdit } from './edit-page.tsx'
import { showLately, showSpace, showSpaces, takeOrder } from './feed-pages.tsx'
import { showFile } from './file-route.ts'
import { showHistory } from './history-page.tsx'
import { bookmarkEntry, followMember, followPost, followSpace } from './keep-entries.ts'
import { showBookmarks, showFollowing } from './kept-pages.tsx'
import { lockPost, pinPost } from './look-after-post.ts'
import { showMore } from './more-page.tsx'
import { showMove, takeMove } from './move-page.tsx'
import { readPictures } from './pictures.ts'
import { entryHref, replyPlace } from './places.ts'
import { showSearch } from './search/index.ts'
import { showTakeBack, takeTakeBack } from './take-back-page.tsx'
import { leadToFirstNew, showTopic } from './topic-page.tsx'
import { conversationWords as w } from './words.ts'
import { writeReply } from './write-reply.ts'

const replyForm = z.object({
  body: z.string().default(''),
  to: z.string().optional(),
  unnamed: z.literal('yes').optional(),
})

/** An id from the address; anything else is not found rather than an error. */
function idOf(c: AppContext, name: string): string {
  const id = c.req.param(name) ?? ''
  if (!isId(id)) throw notFound()
  return id
}

const post = (c: AppContext) => idOf(c, 'id')
/** The reply an address names; null where it names the post. */
const reply = (c: AppContext) => (c.req.param('reply') === undefined ? null : idOf(c, 'reply'))

async function takeReply(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const postId = post(c)
  const result = await readForm(c, replyForm)
  const t = c.var.t
  const back = backFromPause(result.typed)
  const page = pageContext(c)
  if (back) return showTopic(c, postId, { typed: back, to: back.to, errors: picturesLost(page, back) })
  const pictures = await readPictures(result.typed, result.files)
  const again: FieldErrors = pictures.length > 0 ? { pictures: t(w.chooseAgain) } : {}
  const { typed } = result
  if (!result.ok)
    return showTopic(c, postId, { typed, to: typed.to, errors: { ...again, ...result.errors } }, 422)
  const parentId = result.value.to && isId(result.value.to) ? result.value.to : null
  const passed = await pauseFirst(c, {
    typed,
    fields: ['body'],
    action: `/posts/${postId}/replies`,
    about: () => aboutAnswer(c.var.house, viewer, postId, parentId),
    becomesEntry: true,
    files: pictures.length > 0 ? picturesAgain(page, typed) : undefined,
  })
  if (passed instanceof Response) return passed
  try {
    const id = await writeReply(c.var.house, viewer, postId, {
      body: result.value.body,
      parentId,
      unnamed: result.value.unnamed === 'yes',
      pictures,
      undescribed: t(w.undescribed),
    })
    await passed.posted(id)
    return c.redirect(replyPlace(postId, id).replace('#', '&did=answered#'), 303)
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status >= 500 || error.code === 'not_found') throw error
    const status = error.status === 403 || error.status === 429 ? error.status : 422
    const errors = { ...again, ...fieldErrors(error, c.var.t) }
    return showTopic(c, postId, { typed, to: typed.to, errors }, status)
  }
}

/** A button that changes something and leads back to where it stood. */
function pressed(change: (c: AppContext) => Promise<void>, back: (c: AppContext) => string) {
  return async (c: AppContext): Promise<Response> => {
    await change(c)
    return c.redirect(back(c), 303)
  }
}

const toEntry = (c: AppContext) => {
  if (c.req.query('then') === 'bookmarks') return '/bookmarks'
  const replyId = reply(c)
  return replyId ? replyPlace(post(c), replyId) : entryHref(post(c))
}
const toSpace = (c: AppContext) => `/spaces/${encodeURIComponent(c.req.param('slug') ?? '')}`
const toMember = (c: AppContext) => `/members/${encodeURIComponent(c.req.param('handle') ?? '')}`

function readingRoutes(app: App): void {
  app.get('/search', (c) => showSearch(c))
  app.get('/spaces', (c) => showSpaces(c))
  app.get('/spaces/:slug', (c) => showSpace(c, c.req.param('slug')))
  app.get('/lately', (c) => showLately(c))
  app.get('/following', (c) => showFollowing(c))
  app.get('/bookmarks', (c) => showBookmarks(c))
  app.get('/posts/:id', (c) => showTopic(c, post(c)))
  app.get('/posts/:id/new', (c) => leadToFirstNew(c, post(c)))
  app.get('/posts/:id/replies/:reply', (c) => c.redirect(replyPlace(post(c), idOf(c, 'reply')), 302))
  app.get('/posts/:id/replies/:reply/more', (c) => showMore(c, post(c), idOf(c, 'reply')))
  app.get('/posts/:id/history/:entry', (c) => showHistory(c, post(c), idOf(c, 'entry')))
  app.get('/files/:id', (c) => showFile(c, post(c)))
}

function writingRoutes(app: App): void {
  app.get('/new', (c) => showCompose(c))
  app.post('/new', (c) => takePost(c))
  app.post('/posts/:id/replies', (c) => takeReply(c))
  for (const at of ['/posts/:id', '/posts/:id/replies/:reply'] as const) {
    app.get(`${at}/edit`, (c) => showEdit(c, post(c), reply(c)))
    app.post(`${at}/edit`, (c) => takeEdit(c, post(c), reply(c)))
    app.get(`${at}/take-back`, (c) => showTakeBack(c, post(c), reply(c)))
    app.post(`${at}/take-back`, (c) => takeTakeBack(c, post(c), reply(c)))
  }
}

function keepingRoutes(app: App): void {
  app.post('/spaces/:slug/order', (c) => takeOrder(c, c.req.param('slug')))
  for (const at of ['/posts/:id', '/posts/:id/replies/:reply'] as const)
    for (const [act, wanted] of [
      ['bookmark', true],
      ['unbookmark', false],
    ] as const)
      app.post(
        `${at}/${act}`,
        pressed((c) => bookmarkEntry(c.var.house, requireMember(c), post(c), reply(c), wanted), toEntry),
      )
  for (const [act, wanted] of [
    ['follow', true],
    ['unfollow', false],
  ] as const) {
    app.post(
      `/posts/:id/${act}`,
      pressed((c) => followPost(c.var.house, requireMember(c), post(c), wanted), toEntry),
    )
    app.post(
      `/spaces/:slug/${act}`,
      pressed((c) => followSpace(c.var.house, requireMember(c), c.req.param('slug') ?? '', wanted), toSpace),
    )
    app.post(
      `/members/:handle/${act}`,
      pressed(
        (c) => followMember(c.var.house, requireMember(c), c.req.param('handle') ?? '', wanted),
        toMember,
      ),
    )
  }
}

function lookingAfterRoutes(app: App): void {
  for (const [act, on] of [
    ['pin', true],
    ['unpin', false],
  ] as const)
    app.post(
      `/posts/:id/${act}`,
      pressed((c) => pinPost(c.var.house, requireMember(c), post(c), on), toEntry),
    )
  for (const [act, on] of [
    ['lock', true],
    ['unlock', false],
  ] as const)
    app.post(
      `/posts/:id/${act}`,
      pressed((c) => lockPost(c.var.house, requireMember(c), post(c), on), toEntry),
    )
  app.get('/posts/:id/move', (c) => showMove(c, post(c)))
  app.post('/posts/:id/move', (c) => takeMove(c, post(c)))
}

/** Addresses of reading, writing, keeping and looking after. */
export function conversationRoutes(app: App): void {
  readingRoutes(app)
  writingRoutes(app)
  keepingRoutes(app)
  lookingAfterRoutes(app)
}
