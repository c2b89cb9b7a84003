import type { FoundWords } from '../bounds/index.ts'
import {
  forbidden,
  type House,
  isId,
  KindlingError,
  type MemberViewer,
  notFound,
  record,
  type Trx,
  takeToken,
  unfitting,
} from '../foundation/index.ts'
import { ENTRY } from './entry-store.ts'
import { type CaseKind, kindOf } from './kinds.ts'
import { NOTE_LENGTH, REPORTS_A_DAY, tidyWords, type Wish } from './rules.ts'
import { addCase, addReport, holdWords, openCaseOn, type StoredCase } from './store.ts'
import { mendErrors } from './words.ts'

/** Words somebody may report: `entry` with the id of a post or reply, or another kind with what it is known by there. */
export interface Subject {
  kind: string
  id: string
}

export interface Reporting extends Subject {
  /** What else goes along, where the kind has something: nothing does that is not named here. */
  beside: readonly string[]
  wish: Wish
  note: string
}

/**
 * What is to be reported, as this viewer sees it.
 * @throws KindlingError `not_found` where they do not see it, `own_words`, `not_reportable`
 */
export async function readReportable(
  house: House,
  viewer: MemberViewer,
  { kind, id }: Subject,
): Promise<FoundWords> {
  const found = isId(id) ? await kindOf(house, kind)?.find(house, viewer, id) : undefined
  if (!found) throw notFound()
  if (found.mine) throw new KindlingError('own_words', mendErrors.ownWords, { status: 422 })
  if (found.hidden) throw forbidden('not_reportable', mendErrors.notReportable)
  return found
}

async function caseOn(
  trx: Trx,
  viewer: MemberViewer,
  kind: CaseKind,
  { id, beside }: Reporting,
  now: Date,
): Promise<StoredCase> {
  const { communityId } = viewer
  await holdWords(trx, communityId, id)
  const open = await openCaseOn(trx, communityId, id)
  if (open) return open
  const begun = await kind.begin(trx, viewer, id, beside)
  if (!begun) throw notFound()
  return addCase(trx, { ...begun, communityId, kind: kind.kind, wordsId: id }, now)
}

async function countReport(trx: Trx, { communityId, memberId }: MemberViewer, now: Date): Promise<void> {
  const taken = await takeToken(trx, {
    communityId,
    kind: 'report',
    subject: memberId,
    limit: REPORTS_A_DAY,
    seconds: 86_400,
    now,
  })
  if (taken.ok) return
  throw new KindlingError('enough_reports', mendErrors.enoughReports, {
    status: 429,
    details: { retryAfterSeconds: taken.retryAfterSeconds },
  })
}

/**
 * Tells the stewards about words. Neither who wrote them nor any event learns who did.
 * @returns `again` when this person has told them about it and they have not decided yet
 * @throws KindlingError `not_found`, `own_words`, `not_reportable`, `note_too_long`, `enough_reports`
 */
export async function reportWords(
  house: House,
  viewer: MemberViewer,
  reporting: Reporting,
): Promise<{ caseId: string; again: boolean }> {
  await readReportable(house, viewer, reporting)
  const kind = kindOf(house, reporting.kind)!
  const note = tidyWords(reporting.note)
  if (note.length > NOTE_LENGTH)
    throw unfitting('note', 'note_too_long', mendErrors.noteTooLong, { count: NOTE_LENGTH })
  const now = house.clock.now()
  const { communityId, memberId: reporterId } = viewer
  const { wish } = reporting
  return house.db.transaction().execute(async (trx) => {
    const { id: caseId, spaceId } = await caseOn(trx, viewer, kind, reporting, now)
    if (!(await addReport(trx, { communityId, caseId, reporterId, wish, note }, now)))
      return { caseId, again: true }
    await countReport(trx, viewer, now)
    const event = wish === 'act' ? 'entry-reported-act' : 'entry-reported'
    await record(trx, { communityId, kind: event, spaceId, subjectId: caseId }, now)
    return { caseId, again: false }
  })
}

/** The same about a post or a reply. */
export function reportEntry(
  house: House,
  viewer: MemberViewer,
  about: { postId: string; replyId: string | null; wish: Wish; note: string },
): Promise<{ caseId: string; again: boolean }> {
  const { postId, replyId, wish, note } = about
  return reportWords(house, viewer, { kind: ENTRY, id: replyId ?? postId, beside: [], wish, note })
}
