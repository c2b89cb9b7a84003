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
} from '../foundation/index.ts'
import { NOTE_LENGTH, REPORTS_A_DAY, tidyWords, type Wish } from './rules.ts'
import { addReport, openCase } from './store.ts'

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
    throw new KindlingError('own_words', 'This one is yours. You can change it or take it back yourself.', {
      status: 422,
    })
  if (!entryPolicy.report(viewer, factsOfEntry(post, entry)) || entry.hidden)
    throw forbidden(
      'not_reportable',
      'This has been taken out of sight already, so there is nothing left to report.',
    )
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
    throw new KindlingError(
      'note_too_long',
      `The note holds ${NOTE_LENGTH} characters. The most important part is enough; stewards read the thread.`,
      { status: 422, details: { field: 'note' } },
    )
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
      throw new KindlingError(
        'enough_reports',
        'You have told the stewards about a lot today, and they have all of it. Tell them the rest tomorrow; if somebody is in danger, call your local emergency number.',
        { status: 429, details: { retryAfterSeconds: taken.retryAfterSeconds } },
      )
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
