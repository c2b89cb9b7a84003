import type { AttentionKind } from '../../../attention/index.ts'
import { celebrationWords as w } from '../words.ts'

/** An anniversary or a first, offered to the person it is of: it stands on their own front page, and stops nobody. */
export const milestoneKind: AttentionKind = {
  name: 'milestones',
  order: 75,
  label: w.attentionLabel,
  about: w.attentionAbout,
  limits: { day: 1, week: 2 },
  interrupts: false,
}
