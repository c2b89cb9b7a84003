import {
  type AppContext,
  forbidden,
  type MemberViewer,
  type Phrase,
  requireMember,
} from '../../foundation/index.ts'
import { feedbackPolicy } from './policy.ts'
import type { AnswerPart } from './rules.ts'
import { feedbackErrors as e, feedbackWords as w } from './words.ts'

export const FEEDBACK_PAGE = '/feedback'

/** How each part of an answer is called. */
export const partNames: Record<AnswerPart, Phrase> = {
  helped: w.helped,
  seen: w.seen,
  effect: w.effect,
  wish: w.wish,
}

/** @throws KindlingError `closed_here` for members under 18 */
export function forUsers(c: AppContext): MemberViewer {
  const viewer = requireMember(c)
  if (!feedbackPolicy.use(viewer)) throw forbidden('closed_here', e.closedHere)
  return viewer
}
