import { blockedBetween } from '../bounds/index.ts'
import {
  audit,
  forbidden,
  type House,
  KindlingError,
  type MemberViewer,
  notFound,
  type Phrase,
  record,
  type Trx,
  unfitting,
} from '../foundation/index.ts'
import { addDecision, lastDecision, moveCase } from './decision-store.ts'
import { ENTRY } from './entry-store.ts'
import { kindOf } from './kinds.ts'
import { casePolicy } from './policy.ts'
import { factsOfCase, othersWhoMayDecide } from './read-facts.ts'
import { type DecisionKind, GAP, openSteps, REASON_LENGTH, stateAfter, tidyWords } from './rules.ts'
import { lockCase, type StoredCase } from './store.ts'
import { mendErrors, mendWords as w } from './words.ts'

export interface Deciding {
  caseId: string
  /** The version of the case that was on the screen. */
  seen: number
  what: DecisionKind
  reason: string
  toReporter: string
}

function checkWords(text: string, field: string, missing: Phrase | undefined): string {
  const words = tidyWords(text)
  if (!words && missing) throw unfitting(field, 'words_missing', missing)
  if (words.includes(GAP)) throw unfitting(field, 'words_unfinished', mendErrors.wordsUnfinished)
  if (words.length > REASON_LENGTH)
    throw unfitting(field, 'words_too_long', mendErrors.reasonTooLong, { count: REASON_LENGTH })
  return words
}

const missingReason: Partial<Record<DecisionKind, Phrase>> = {
  hide: mendErrors.hideNeedsReason,
  restore: mendErrors.restoreNeedsReason,
  keep: mendErrors.keepNeedsReason,
  note: mendErrors.noteMissing,
}

/** Who was quicker, and what they did. */
async function quicker(trx: Trx, viewer: MemberViewer, caseId: string): Promise<KindlingError> {
  const { communityId } = viewer
  const last = await lastDecision(trx, communityId, caseId)
  const named =
    last && !(await blockedBetween(trx, communityId, viewer.memberId, last.byId)) ? last.by : w.aColleague
  const done = { hide: w.wasHidden, restore: w.wasRestored, fine: w.wasFine, keep: w.wasKept }[
    last?.what as 'hide'
  ]
  return new KindlingError('already_decided', done ? mendErrors.quickerDone : mendErrors.quicker, {
    status: 409,
    values: { name: named, done },
  })
}

async function mayDo(trx: Trx, viewer: MemberViewer, found: StoredCase, what: DecisionKind): Promise<void> {
  const facts = await factsOfCase(trx, viewer, found.id)
  if (!facts || !casePolicy.read(viewer, facts)) throw notFound()
  if (!casePolicy.decide(viewer, facts)) throw forbidden('own_report', mendErrors.ownReport)
  if (what !== 'keep') return
  const last = await lastDecision(trx, viewer.communityId, found.id)
  const others = await othersWhoMayDecide(trx, viewer.communityId, found.id, viewer.memberId)
  if (!casePolicy.keep(viewer, facts, { viewerHidIt: last?.byId === viewer.memberId, others }))
    throw forbidden('somebody_else', mendErrors.somebodyElse)
}

async function apply(
  house: House,
  trx: Trx,
  { communityId, found, what }: { communityId: string; found: StoredCase; what: DecisionKind },
  now: Date,
): Promise<void> {
  const kind = kindOf(house, found.kind)
  const { wordsId } = found
  if (what === 'hide' && !(await kind?.hide(trx, communityId, wordsId, now)))
    throw new KindlingError('entry_gone', mendErrors.nothingToHide, { status: 409 })
  if (what === 'restore' && !(await kind?.restore(trx, communityId, wordsId, now)))
    throw new KindlingError('entry_gone', mendErrors.nothingToPutBack, { status: 409 })
  const state = stateAfter(what)
  if (state) await moveCase(trx, communityId, found.id, state, now)
}

const events: Partial<Record<DecisionKind, { entry: string; words: string }>> = {
  hide: { entry: 'entry-hidden', words: 'words-hidden' },
  restore: { entry: 'entry-restored', words: 'words-restored' },
  keep: { entry: 'entry-kept-hidden', words: 'words-kept-hidden' },
}

/**
 * Decides a case, answers who reported it, or leaves a note for colleagues.
 * @throws KindlingError `already_decided`, `own_report`, `somebody_else`, `entry_gone`, `words_missing`, `words_too_long`
 */
export async function decideCase(house: House, viewer: MemberViewer, deciding: Deciding): Promise<void> {
  await house.db.transaction().execute((trx) => decideWithin(house, trx, viewer, deciding))
}

/** The same inside a transaction that has more to do. */
export async function decideWithin(
  house: House,
  trx: Trx,
  viewer: MemberViewer,
  deciding: Deciding,
): Promise<void> {
  const now = house.clock.now()
  const { communityId, memberId } = viewer
  const { caseId, what } = deciding
  const reason = checkWords(deciding.reason, 'reason', missingReason[what])
  const toReporter = checkWords(
    deciding.toReporter,
    'toReporter',
    what === 'answer' ? mendErrors.answerMissing : undefined,
  )
  const found = await lockCase(trx, communityId, caseId)
  if (!found) throw notFound()
  await mayDo(trx, viewer, found, what)
  // A note changes nothing, so it may come second.
  if (what !== 'note' && found.version !== deciding.seen) throw await quicker(trx, viewer, caseId)
  if (!openSteps(found.state, true, true).includes(what)) throw await quicker(trx, viewer, caseId)
  await apply(house, trx, { communityId, found, what }, now)
  const id = await addDecision(
    trx,
    { communityId, caseId, decidedBy: memberId, what, reason, toReporter },
    now,
  )
  if (stateAfter(what))
    await audit(
      trx,
      { communityId, act: w.auditDecided, actorId: memberId, spaceId: found.spaceId, subjectId: id },
      now,
    )
  const kind = events[what]?.[found.kind === ENTRY ? 'entry' : 'words']
  if (kind)
    await record(
      trx,
      {
        communityId,
        kind,
        spaceId: found.spaceId,
        postId: found.postId,
        replyId: found.replyId,
        subjectId: caseId,
      },
      now,
    )
  if (toReporter)
    await record(
      trx,
      { communityId, kind: 'report-answered', spaceId: found.spaceId, subjectId: caseId },
      now,
    )
}
