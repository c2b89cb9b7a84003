import {
  forbidden,
  type House,
  type MemberViewer,
  newId,
  record,
  type Trx,
  unfitting,
} from '../foundation/index.ts'
import { mayBeUnnamed, type Space, spacePolicy } from '../spaces/index.ts'
import { followByWriting } from './follow-store.ts'
import { mustWait } from './hold-entry.ts'
import { addPictures, type ChosenPicture, dropPictures, withPictures } from './pictures.ts'
import { countWriting, prepareBody, prepareTitle, recordMentions } from './prepare-words.ts'
import type { Need } from './rules.ts'
import { saidAlready } from './said-already.ts'
import { languageOf } from './search/language-of.ts'
import { addPost } from './store.ts'
import { conversationErrors } from './words.ts'

/** What has to become true together with a post: in its transaction, or not at all. */
export type Alongside = (trx: Trx, postId: string, now: Date) => Promise<void>

export interface NewPost {
  title: string
  body: string
  need: Need | null
  newToThis: boolean
  unnamed: boolean
  pictures?: readonly ChosenPicture[]
  /** Stands for a picture nobody could describe, in the reader's language. */
  undescribed?: string
}

function check(viewer: MemberViewer, space: Space, post: NewPost): void {
  if (!spacePolicy.post(viewer, space))
    throw forbidden(
      'posting_not_open',
      space.archivedAt ? conversationErrors.spaceResting : conversationErrors.postingNotOpen,
    )
  if (post.unnamed && !mayBeUnnamed(space.kind, post.need))
    throw unfitting('unnamed', 'name_needed', conversationErrors.nameNeeded)
}

/**
 * Begins a post in a space; its writer follows it from then on. Pressed twice, it is there once.
 * @returns its id
 * @throws KindlingError when the space does not take it or the text does not fit
 */
export async function writePost(
  house: House,
  viewer: MemberViewer,
  space: Space,
  post: NewPost,
  alongside?: Alongside,
): Promise<string> {
  check(viewer, space, post)
  const { communityId, memberId } = viewer
  return withPictures(house, post.pictures ?? [], async (ready) => {
    const { body, html, mentioned } = await prepareBody(house, communityId, post.body, {
      ready,
      undescribed: post.undescribed ?? '',
    })
    const title = prepareTitle(post.title, post.body)
    const language = await languageOf(house, communityId, `${title}\n${body}`)
    const now = house.clock.now()
    const id = newId(now.getTime())
    const held = await mustWait(house, viewer, { title, html }, now)
    const where = { spaceId: space.id, postId: id, replyId: null }
    const saying = {
      spaceId: space.id,
      postId: null,
      parentId: null,
      title,
      body,
      unnamed: post.unnamed,
      pictures: ready,
    }
    const before = await house.db.transaction().execute(async (trx) => {
      await countWriting(trx, viewer, now)
      const said = await saidAlready(house, trx, viewer, saying, now)
      if (said) return said
      await addPost(trx, {
        community_id: communityId,
        id,
        space_id: space.id,
        author_id: memberId,
        unnamed: post.unnamed,
        title,
        body,
        html,
        language,
        need: post.need,
        new_to_this: post.newToThis,
        created_at: now,
        edited_at: null,
        deleted_at: null,
        hidden_at: null,
        held_at: held ? now : null,
        pinned_at: null,
        locked_at: null,
        reply_count: 0,
        active_at: now,
      })
      await addPictures(trx, viewer, ready, where, now)
      await followByWriting(trx, communityId, memberId, id, now)
      await alongside?.(trx, id, now)
      // Others are told when they can see it.
      if (held) return
      await record(
        trx,
        { communityId, kind: 'post-written', actorId: memberId, spaceId: space.id, postId: id },
        now,
      )
      await recordMentions(trx, viewer, mentioned, where, now)
    })
    if (before) await dropPictures(house, ready)
    return before ?? id
  })
}
