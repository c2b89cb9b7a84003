import type { ImportedPost } from '../../conversation/index.ts'
import type { Trx } from '../../foundation/index.ts'
import { importReport, mendWords } from '../../mend/index.ts'
import type { ThreadFile, ThreadReport } from './thread-file.ts'

/** What the files leave to the importer: ids, and members by the names the files use. */
export interface ReportNames {
  member(nick: string): string
  /** The id of the n-th report of this thread. */
  reportId(index: number, offset: number): string
}

const answers = {
  hidden: mendWords.answerHide.text as string,
  restored: mendWords.answerRestore.text as string,
}

/** When it was hidden, for something that came back: between the report and the author's change. */
function hiddenOffset(thread: ThreadFile, report: ThreadReport): number | undefined {
  const edit = thread.edits.find((one) => one.target === report.target && one.offset > report.offset)
  return edit && report.outcome === 'restored' ? (report.offset + edit.offset) / 2 : undefined
}

/** Adds the reports of a thread, with what stewards made of them. */
export async function loadReports(
  trx: Trx,
  thread: ThreadFile,
  post: ImportedPost,
  names: ReportNames,
): Promise<void> {
  const at = (offset: number | undefined) =>
    offset === undefined ? undefined : new Date(post.createdAt.getTime() + offset)
  for (const [index, report] of thread.reports.entries())
    await importReport(trx, {
      communityId: post.communityId,
      postId: post.id,
      replyId: report.target === 'post' ? null : post.replies[report.target]!.id,
      id: names.reportId(index, report.offset),
      reporterId: names.member(report.by),
      wish: report.wish,
      note: report.note,
      createdAt: at(report.offset)!,
      outcome: report.outcome,
      stewardId: report.steward === undefined ? undefined : names.member(report.steward),
      reason: report.reason,
      decidedAt: at(report.decidedAfter),
      hiddenAt: at(hiddenOffset(thread, report)),
      toReporter: answers,
    })
}
