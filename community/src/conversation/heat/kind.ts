import type { AttentionKind, Beside } from '../../attention/index.ts'
import { heatWords as w } from './words.ts'

/** The hint that a thread heats up, as it draws on a member's attention: a line, which interrupts nobody. */
export const heatKind: AttentionKind = {
  name: 'heat',
  order: 60,
  label: w.label,
  about: w.about,
  limits: { day: 2, week: 6 },
  interrupts: false,
}

/** The hint in one thread, anew each time that it heats up. */
export const hintOf = (postId: string, since?: Date): Beside => ({
  kind: heatKind,
  subjectId: postId,
  ...(since && { since }),
})
