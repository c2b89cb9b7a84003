import { createHash } from 'node:crypto'
import {
  forbidden,
  type House,
  type MemberViewer,
  newId,
  notFound,
  picturesIn,
  record,
  type Trx,
  unfitting,
} from '../foundation/index.ts'
import { mayBeUnnamed } from '../spaces/index.ts'
import { checkNewLinks, linkWaits, mustWait } from './hold-entry.ts'
import {
  addPictures,
  type ChosenPicture,
  PICTURES_EACH,
  type ReadyPicture,
  withPictures,
} from './pictures.ts'
import { entryPolicy, factsOfEntry } from './policy.ts'
import { mentionedIn, prepareBody, prepareTitle, recordMentions } from './prepare-words.ts'
import { readEntry } from './read-entry.ts'
import { releaseEntry } from './release-entry.ts'
import { isQuietEdit, type Need } from './rules.ts'
import type { EntryItem } from './slots.ts'
import { conversationErrors } from './words.ts'
import { changeEntry, keepVersion, readSource, type Source } from './words-store.ts'

export interface Edit {
  body: string
  /** Of posts only; replies leave them out. */
  title?: string
  need?: Need | null
  newToThis?: boolean
  /** Pictures to add under the words, and what is said where nobody could describe one. */
  pictures?: readonly ChosenPicture[]
  undescribed?: string
  /** What stood there when the editing began, as `fingerprintOf` says it; left out, the last one to save wins. */
  seen?: string | undefined
}

/** Stays the same as long as the words do. */
export function fingerprintOf({ title, body, need, newToThis }: Source): string {
  return createHash('sha256')
    .update(JSON.stringify([title, body, need, newToThis]))
    .digest('base64url')
    .slice(0, 16)
}

function checkUnchanged(old: Source, seen: string | undefined): void {
  if (seen && seen !== fingerprintOf(old))
    throw unfitting('body', 'changed_meanwhile', conversationErrors.changedMeanwhile)
}

/** A post or reply that this member may edit, as it was typed. @throws KindlingError when there is none */
export async function readEditable(
  house: House,
  viewer: MemberViewer,
  postId: string,
  replyId: string | null,
): Promise<EntryItem & { source: Source }> {
  const item = await readEntry(house, viewer, postId, replyId)
  if (!item?.entry.mine || item.entry.deleted) throw notFound()
  if (!entryPolicy.edit(viewer, factsOfEntry(item.post, item.entry)))
    throw forbidden('not_editable', conversationErrors.notEditable)
  const source = await readSource(house.db, viewer.communityId, postId, replyId)
  if (!source) throw notFound()
  return { ...item, source }
}

async function keepOld(
  trx: Trx,
  communityId: string,
  entryId: string,
  old: Source,
  now: Date,
): Promise<void> {
  await keepVersion(trx, {
    community_id: communityId,
    entry_id: entryId,
    id: newId(now.getTime()),
    title: old.title,
    body: old.body,
    written_at: old.editedAt ?? old.createdAt,
  })
}

function changed(old: Source, edit: Required<Pick<Edit, 'body' | 'title' | 'need' | 'newToThis'>>): boolean {
  if (old.body !== edit.body) return true
  return (
    old.title !== null &&
    (old.title !== edit.title || old.need !== edit.need || old.newToThis !== edit.newToThis)
  )
}

/**
 * Puts new words in place of the old. After the first minutes the old ones stay readable in the history.
 * @throws KindlingError when it is not theirs, or the text does not fit
 */
export async function editEntry(
  house: House,
  viewer: MemberViewer,
  postId: string,
  replyId: string | null,
  edit: Edit,
): Promise<void> {
  const item = await readEditable(house, viewer, postId, replyId)
  const pictures = edit.pictures ?? []
  if (pictures.length > 0 && picturesIn(edit.body).length + pictures.length > PICTURES_EACH)
    throw unfitting('pictures', 'pictures_too_many', conversationErrors.picturesTooMany, {
      count: PICTURES_EACH,
    })
  await withPictures(house, pictures, (ready) => save(house, viewer, item, edit, ready))
}

async function save(
  house: House,
  viewer: MemberViewer,
  { entry, post, source }: EntryItem & { source: Source },
  edit: Edit,
  ready: readonly ReadyPicture[],
): Promise<void> {
  const { communityId, memberId } = viewer
  const postId = post.id
  const replyId = entry.isReply ? entry.id : null
  const need = edit.need === undefined ? source.need : edit.need
  if (!replyId && source.unnamed && !mayBeUnnamed(post.space.kind, need))
    throw unfitting('need', 'name_needed', conversationErrors.nameNeededToTell)
  const under = { ready, undescribed: edit.undescribed ?? '' }
  const { body, html, mentioned } = await prepareBody(house, communityId, edit.body, under)
  const title = replyId ? '' : prepareTitle(edit.title ?? source.title ?? '', body)
  const after = { body, title, need, newToThis: edit.newToThis ?? source.newToThis }
  const now = house.clock.now()
  const where = { spaceId: post.space.id, postId, replyId }
  const shown = { title, html }
  const waits = await mustWait(house, viewer, shown, now)
  if (!entry.held) await checkNewLinks(house, viewer, { title: post.title, html: entry.html }, shown, now)
  await house.db.transaction().execute(async (trx) => {
    const old = await readSource(trx, communityId, postId, replyId, true)
    if (!old || old.deletedAt) throw notFound()
    if (!changed(old, after)) return
    // It was let through while they were writing.
    if (entry.held && !old.heldAt && waits) throw linkWaits()
    checkUnchanged(old, edit.seen)
    const said = old.body !== body || (old.title !== null && old.title !== title)
    const leavesMark = said && !isQuietEdit(old.createdAt, now)
    if (leavesMark) await keepOld(trx, communityId, replyId ?? postId, old, now)
    await changeEntry(trx, communityId, postId, replyId, {
      ...after,
      html,
      editedAt: leavesMark ? now : old.editedAt,
    })
    await addPictures(trx, viewer, ready, { postId, replyId }, now)
    await record(
      trx,
      { communityId, kind: replyId ? 'reply-edited' : 'post-edited', actorId: memberId, ...where },
      now,
    )
    if (old.heldAt) {
      // Without a link it appears at once, and that is when others are told; not where it is hidden meanwhile.
      if (!waits) await releaseEntry(trx, { communityId, postId, replyId }, now)
      return
    }
    const before = await mentionedIn(trx, communityId, old.body)
    await recordMentions(
      trx,
      viewer,
      mentioned.filter((id) => !before.has(id)),
      where,
      now,
    )
  })
}
