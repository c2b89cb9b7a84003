import {
  forbidden,
  type House,
  type MemberViewer,
  newId,
  notFound,
  record,
  type Trx,
  unfitting,
} from '../foundation/index.ts'
import { askBeforeReply } from './before-reply.ts'
import { followByWriting } from './follow-store.ts'
import { checkPace } from './heat/index.ts'
import { mustWait } from './hold-entry.ts'
import { addPictures, type ChosenPicture, dropPictures, withPictures } from './pictures.ts'
import { entryPolicy, factsOf } from './policy.ts'
import { countWriting, prepareBody, recordMentions } from './prepare-words.ts'
import { readPost, readReply } from './read-entry.ts'
import { replyPath } from './rules.ts'
import { saidAlready } from './said-already.ts'
import { languageOf } from './search/language-of.ts'
import { addReplies, countReply, parentOf } from './store.ts'
import type { PostView } from './views.ts'
import { conversationErrors } from './words.ts'

export interface NewReply {
  body: string
  /** The reply it answers; null answers the post. */
  parentId: string | null
  unnamed: boolean
  pictures?: readonly ChosenPicture[]
  /** Stands for a picture nobody could describe, in the reader's language. */
  undescribed?: string
}

function check(viewer: MemberViewer, post: PostView, reply: NewReply): void {
  if (!entryPolicy.reply(viewer, factsOf(post)))
    throw forbidden(
      'thread_closed',
      post.locked
        ? conversationErrors.threadClosed
        : post.held
          ? conversationErrors.stillHeld
          : conversationErrors.threadResting,
    )
  if (reply.unnamed && !entryPolicy.replyUnnamed(viewer, post))
    throw unfitting('unnamed', 'name_needed', conversationErrors.nameNeededInAnswers)
}

/** Only what somebody can see can be answered: a guessed id leads past no block. */
async function parentSeen(
  house: House,
  viewer: MemberViewer,
  postId: string,
  parentId: string,
): Promise<void> {
  const parent = await readReply(house, viewer, parentId)
  if (parent?.postId !== postId) throw unfitting('to', 'parent_gone', conversationErrors.parentGone)
  // An answer everybody sees would say that it is there.
  if (parent.held) throw unfitting('to', 'parent_held', conversationErrors.stillHeld)
}

async function placeFor(
  trx: Trx,
  viewer: MemberViewer,
  postId: string,
  id: string,
  parentId: string | null,
): Promise<Buffer> {
  const parent = parentId ? await parentOf(trx, viewer.communityId, postId, parentId) : undefined
  return replyPath(id, parent?.path)
}

/**
 * Answers a post, or a reply to it; its writer follows the thread from then on. Pressed twice, it is there once.
 * @returns its id
 * @throws KindlingError when the thread is closed, the parent is gone or the text does not fit
 */
export async function writeReply(
  house: House,
  viewer: MemberViewer,
  postId: string,
  reply: NewReply,
): Promise<string> {
  const post = await readPost(house, viewer, postId)
  if (!post) throw notFound()
  check(viewer, post, reply)
  if (reply.parentId) await parentSeen(house, viewer, postId, reply.parentId)
  const { communityId, memberId } = viewer
  return withPictures(house, reply.pictures ?? [], async (ready) => {
    const { body, html, mentioned } = await prepareBody(house, communityId, reply.body, {
      ready,
      undescribed: reply.undescribed ?? '',
    })
    const language = await languageOf(house, communityId, body)
    const now = house.clock.now()
    const id = newId(now.getTime())
    const held = await mustWait(house, viewer, { title: '', html }, now)
    const where = { spaceId: post.space.id, postId, replyId: id }
    const saying = {
      ...where,
      parentId: reply.parentId,
      title: '',
      body,
      unnamed: reply.unnamed,
      pictures: ready,
    }
    const before = await house.db.transaction().execute(async (trx) => {
      await countWriting(trx, viewer, now)
      const said = await saidAlready(house, trx, viewer, saying, now)
      if (said) return said
      await checkPace(trx, viewer, postId, now)
      await askBeforeReply(house, trx, viewer, { postId, replyId: id, parentId: reply.parentId, now })
      await addReplies(trx, [
        {
          community_id: communityId,
          post_id: postId,
          id,
          parent_id: reply.parentId,
          path: await placeFor(trx, viewer, postId, id, reply.parentId),
          author_id: memberId,
          unnamed: reply.unnamed,
          body,
          html,
          language,
          created_at: now,
          edited_at: null,
          deleted_at: null,
          hidden_at: null,
          held_at: held ? now : null,
        },
      ])
      await addPictures(trx, viewer, ready, where, now)
      await followByWriting(trx, communityId, memberId, postId, now)
      // Others are told, and it is counted, when they can see it.
      if (held) return
      if (!(await countReply(trx, communityId, postId, now)))
        throw forbidden('thread_closed', conversationErrors.closedMeanwhile)
      await record(trx, { communityId, kind: 'reply-written', actorId: memberId, ...where }, now)
      await recordMentions(trx, viewer, mentioned, where, now)
    })
    if (before) await dropPictures(house, ready)
    return before ?? id
  })
}
