import { membersSpokenTo } from '../../attention/index.ts'
import type { ExperimentKind } from '../../experiments/index.ts'
import type { House } from '../../foundation/index.ts'
import { pauseKind } from '../kind.ts'
import { settlePauses } from './settle.ts'
import { trialWords as w } from './words.ts'

const FOUR_WEEKS = 28

/**
 * As many as it spoke to in the last four weeks, and for every four weeks more as many again as it had not spoken to before then.
 * Who was asked once will be again, so the first number alone would promise too many.
 */
async function reach(house: House, communityId: string, weeks: number): Promise<number> {
  const [last, both] = await Promise.all(
    [FOUR_WEEKS, 2 * FOUR_WEEKS].map((days) => membersSpokenTo(house, communityId, pauseKind, days)),
  )
  return Math.round(last! + ((both! - last!) * (weeks - 4)) / 4)
}

/** Whether the pause helps: some members are not asked, once, about what they would have been asked about. */
export const pauseExperiment: ExperimentKind = {
  name: 'pause',
  order: 10,
  label: w.label,
  about: w.about,
  counted: w.counted,
  usual: w.asked,
  heldOut: w.notAsked,
  outcomes: [
    { name: 'sent', measure: 'share', label: w.sent },
    { name: 'edited', measure: 'share', label: w.edited },
    { name: 'withdrawn', measure: 'share', label: w.withdrawn },
    { name: 'replies', measure: 'mean', label: w.replies },
    { name: 'reply_reported', measure: 'share', label: w.replyReported },
  ],
  reach,
  settle: settlePauses,
}
