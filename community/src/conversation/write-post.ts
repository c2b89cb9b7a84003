import { forbidden, type House, KindlingError, mentionedHandles, newId, record, renderMarkdown, type MemberViewer, type Trx } from '../foundation/index.ts'
import { namesByHandle } from '../members/index.ts'
import { mayBeUnnamed, type Space, spacePolicy } from '../spaces/index.ts'
import { BODY_LENGTH, type Need, TITLE_LENGTH, titleFrom } from './rules.ts'

export interface NewPost {
  title: string
  body: string
  need: Need | null
  newToThis: boolean
  unnamed: boolean
}

/**
 * Text as it is stored and shown.
 * @throws KindlingError `body_missing`, `body_too_long`
 */
export async function prepareBody(house: House, communityId: string, body: string): Promise<{ body: string; html: string; mentioned: string[] }> {
  // PostgreSQL keeps no zero characters, and nobody types them.
  const text = body.replaceAll('\u0000', '').toWellFormed().trim()
  if (!text) throw new KindlingError('body_missing', 'There is nothing in it yet. Write a line, then press Post.', { status: 422, details: { field: 'body' } })
  if (text.length > BODY_LENGTH)
    throw new KindlingError('body_too_long', `That is ${text.length} characters; up to ${BODY_LENGTH} fit in one post. Put the rest into a second one.`, { status: 422, details: { field: 'body' } })
  const names = await namesByHandle(house.db, communityId, mentionedHandles(text))
  const html = renderMarkdown(text, new Map([...names].map(([handle, { name }]) => [handle, name])))
  return { body: text, html, mentioned: [...names.values()].map(({ id }) => id) }
}

/**
 * Begins a post in a space.
 * @throws KindlingError when the space does not take it or the text does not fit
 */
export async function writePost(house: House, viewer: MemberViewer, space: Space, post: NewPost): Promise<string> {
  if (!spacePolicy.post(viewer, space))
    throw forbidden('posting_not_open', space.archivedAt ? 'This space is resting; nothing new is written here.' : 'In this space only a few begin posts. You can answer theirs, or write elsewhere.')
  if (post.unnamed && !mayBeUnnamed(space.kind, post.need))
    throw new KindlingError('name_needed', 'Posts here carry a name. Long-term and support spaces are where you can leave it away.', { status: 422, details: { field: 'unnamed' } })
  const { body, html, mentioned } = await prepareBody(house, viewer.communityId, post.body)
  const title = post.title.replaceAll('\u0000', '').toWellFormed().replace(/\s+/g, ' ').trim() || titleFrom(body)
  if (title.length > TITLE_LENGTH)
    throw new KindlingError('title_too_long', `A title holds ${TITLE_LENGTH} characters. Move the rest into the text.`, { status: 422, details: { field: 'title' } })
  const now = house.clock.now()
  const id = newId(now.getTime())
  await house.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('posts')
      .values({
        community_id: viewer.communityId, id, space_id: space.id, author_id: viewer.memberId, unnamed: post.unnamed, title, body, html,
        language: 'en', need: post.need, new_to_this: post.newToThis, created_at: now, edited_at: null, deleted_at: null, hidden_at: null,
        pinned_at: null, locked_at: null, reply_count: 0, active_at: now,
      })
      .execute()
    await record(trx, { communityId: viewer.communityId, kind: 'post-written', actorId: viewer.memberId, spaceId: space.id, postId: id }, now)
    await recordMentions(trx, viewer, mentioned, { spaceId: space.id, postId: id, replyId: null }, now)
  })
  return id
}

/** Tells who was mentioned, once each; nobody is told of mentioning themselves. */
export async function recordMentions(trx: Trx, viewer: MemberViewer, mentioned: readonly string[], where: { spaceId: string; postId: string; replyId: string | null }, now: Date): Promise<void> {
  for (const memberId of mentioned)
    if (memberId !== viewer.memberId) await record(trx, { communityId: viewer.communityId, kind: 'member-mentioned', actorId: viewer.memberId, memberId, ...where }, now)
}
