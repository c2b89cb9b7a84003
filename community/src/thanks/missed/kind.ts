import type { AttentionKind } from '../../attention/index.ts'
import { thanksWords as w } from '../words.ts'

/** Who answered one's ask, beside it: it stands there on returning, and stops nobody. */
export const reminderKind: AttentionKind = {
  name: 'thank-reminder',
  order: 60,
  label: w.reminderLabel,
  about: w.reminderAbout,
  limits: { day: 1, week: 3 },
  interrupts: false,
}
