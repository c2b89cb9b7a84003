import { type EntryItem, entryPolicy, factsOfEntry, readEntry } from '../conversation/index.ts'
import {
  forbidden,
  type House,
  isId,
  KindlingError,
  type MemberViewer,
  notFound,
  record,
  takeToken,
  unfitting,
} from '../foundation/index.ts'
import { NOTE_LENGTH, REPORTS_A_DAY, tidyWords, type Wish } from './rules.ts'
import { addReport, openCase } from './store.ts'
import { mendErrors } from './words.ts'

export interface Reporting {
  postId: string
  replyId: string | null
  wish: Wish
  note: string
}

/** What is to be reported, as this viewer sees it; not found where they do not. */
export async function readReportable(
  house: House,
  viewer: MemberViewer,
  postId: string,
  replyId: string | null,
): Promise<EntryItem> {
  if (!isId(postId) || (replyId !== null && !isId(replyId))) throw notFound()
  const item = await readEntry(house, viewer, postId, replyId)
  if (!item) throw notFound()
  const { post, entry } = item
  if (entry.mine)
    throw new KindlingError('own_words', mendErrors.ownWords, {
      status: 422,
    })
  if (!entryPolicy.report(viewer, factsOfEntry(post, entry)) || entry.hidden)
    throw forbidden('not_reportable', mendErrors.notReportable)
  return { post, entry }
}

/**
 * Tells the stewards about an entry. Neither its author nor any event learns who did.
 * @returns `again` when this person has told them about it and they have not decided yet
 * @throws KindlingError `own_words`, `not_reportable`, `note_too_long`, `enough_reports`
 */
export async function reportEntry(
  house: House,
  viewer: MemberViewer,
  reporting: Reporting,
): Promise<{ caseId: string; again: boolean }> {
  const { post } = await readReportable(house, viewer, reporting.postId, reporting.replyId)
  const note = tidyWords(reporting.note)
  if (note.length > NOTE_LENGTH)
    throw unfitting('note', 'note_too_long', mendErrors.noteTooLong, { count: NOTE_LENGTH })
  const now = house.clock.now()
  const { communityId, memberId } = viewer
  return house.db.transaction().execute(async (trx) => {
    const open = await openCase(
      trx,
      { communityId, postId: reporting.postId, replyId: reporting.replyId },
      now,
    )
    if (!open) throw notFound()
    const added = await addReport(
      trx,
      { communityId, caseId: open.id, reporterId: memberId, wish: reporting.wish, note },
      now,
    )
    if (!added) return { caseId: open.id, again: true }
    const taken = await takeToken(trx, {
      communityId,
      kind: 'report',
      subject: memberId,
      limit: REPORTS_A_DAY,
      seconds: 86_400,
      now,
    })
    if (!taken.ok)
      throw new KindlingError('enough_reports', mendErrors.enoughReports, {
        status: 429,
        details: { retryAfterSeconds: taken.retryAfterSeconds },
      })
    await record(
      trx,
      {
        communityId,
        kind: reporting.wish === 'act' ? 'entry-reported-act' : 'entry-reported',
        spaceId: post.space.id,
        subjectId: open.id,
      },
      now,
    )
    return { caseId: open.id, again: false }
  })
}
