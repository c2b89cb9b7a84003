import type { EntryPlace } from '../conversation/index.ts'
import { audit, type Trx } from '../foundation/index.ts'
import { addDecision } from './decision-store.ts'
import { caseOfEntry } from './entry-store.ts'
import type { CaseState, DecisionKind, Wish } from './rules.ts'
import { addReport } from './store.ts'
import { mendWords as w } from './words.ts'

/** A report from elsewhere or earlier, with what came of it. Times are given, nobody is told, nothing is limited. */
export interface ImportedReport extends EntryPlace {
  id: string
  reporterId: string
  wish: Wish
  note: string
  createdAt: Date
  /** hidden and restored: whether the entry is hidden is imported with the entry itself. */
  outcome: 'hidden' | 'restored' | 'unfounded' | 'open'
  /** Who decided; with reason and time, unless it is open. */
  stewardId?: string | undefined
  /** Read by the author where it was hidden, by the reporter where nothing was needed. */
  reason: string
  decidedAt?: Date | undefined
  /** When it was hidden before it was restored; halfway, where nothing is known. */
  hiddenAt?: Date | undefined
  /** Sentences to the reporter where it was hidden or restored; empty says nothing. */
  toReporter?: { hidden: string; restored: string } | undefined
}

interface Line {
  what: DecisionKind
  at: Date
  reason: string
  toReporter: string
}

/** The trail an outcome stands for. */
function linesOf(report: ImportedReport, decidedAt: Date): Line[] {
  const told = report.toReporter ?? { hidden: '', restored: '' }
  if (report.outcome === 'unfounded')
    return [{ what: 'fine', at: decidedAt, reason: '', toReporter: report.reason }]
  if (report.outcome === 'hidden')
    return [{ what: 'hide', at: decidedAt, reason: report.reason, toReporter: told.hidden }]
  const halfway = new Date((report.createdAt.getTime() + decidedAt.getTime()) / 2)
  return [
    { what: 'hide', at: report.hiddenAt ?? halfway, reason: report.reason, toReporter: told.hidden },
    { what: 'restore', at: decidedAt, reason: '', toReporter: told.restored },
  ]
}

const states: Record<Exclude<ImportedReport['outcome'], 'open'>, CaseState> = {
  hidden: 'hidden',
  restored: 'restored',
  unfounded: 'fine',
}

/** Adds a report with its case and its trail. Reports on an entry whose case is open share it. */
export async function importReport(trx: Trx, report: ImportedReport): Promise<void> {
  const { communityId } = report
  const found = await caseOfEntry(trx, report, report.createdAt, report.id)
  if (!found) throw new Error('A report was imported before the entry it is about.')
  await addReport(
    trx,
    { communityId, caseId: found.id, reporterId: report.reporterId, wish: report.wish, note: report.note },
    report.createdAt,
    report.id,
  )
  if (report.outcome === 'open') return
  const { stewardId, decidedAt } = report
  if (!stewardId || !decidedAt) throw new Error('An imported decision needs who decided it and when.')
  const lines = linesOf(report, decidedAt)
  for (const { what, reason, toReporter, at } of lines) {
    const decision = { communityId, caseId: found.id, decidedBy: stewardId, what, reason, toReporter }
    const id = await addDecision(trx, decision, at)
    const about = { spaceId: found.spaceId, subjectId: id }
    await audit(trx, { communityId, act: w.auditDecided, actorId: stewardId, ...about }, at)
  }
  await trx
    .updateTable('cases')
    .set({
      state: states[report.outcome],
      version: lines.length,
      decided_at: decidedAt,
      ...(report.outcome === 'unfounded' ? { said: '' } : {}),
    })
    .where('community_id', '=', communityId)
    .where('id', '=', found.id)
    .execute()
}
