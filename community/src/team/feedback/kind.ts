import type { AttentionKind } from '../../attention/index.ts'
import { feedbackWords as w } from './words.ts'

/** That somebody would like feedback, as it draws on a member's attention. What it keeps still about stands on their page. */
export const feedbackKind: AttentionKind = {
  name: 'feedback-asked',
  order: 70,
  label: w.kindLabel,
  about: w.kindAbout,
  limits: { day: 1, week: 2 },
  interrupts: false,
}
