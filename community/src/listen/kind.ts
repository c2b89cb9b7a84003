import type { AttentionKind } from '../attention/index.ts'
import { listenWords as w } from './words.ts'

/** The invitation above an answer, as it draws on a member's attention. It stands beside the box and stops nobody. */
export const listenKind: AttentionKind = {
  name: 'listen',
  order: 45,
  label: w.kindLabel,
  about: w.kindAbout,
  limits: { day: 2, week: 5 },
  interrupts: false,
}
