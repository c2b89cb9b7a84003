import type { AttentionKind } from '../attention/index.ts'
import { composerWords as w } from './words.ts'

/** The pause, as it draws on a member's attention. */
export const pauseKind: AttentionKind = {
  name: 'pause',
  order: 30,
  label: w.pauseLabel,
  about: w.pauseAbout,
  limits: { day: 2, week: 5 },
  interrupts: true,
}
