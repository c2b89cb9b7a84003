import type { Reading } from '@kindling/tone'

/** What the writer chose: to send what stands there, or to go on writing. */
export type Answer = 'send' | 'edit'

export interface Check {
  /** Whether a pause is worth it now: never for words that were asked about, or rest. */
  pause: boolean
  /** Nothing where the draft is empty or could not be read. */
  reading: Reading | null
}
