import type { Context, Reading } from '@kindling/tone'
import type { Places } from './reading/device.ts'

/** What a page may decide itself. */
export interface PageRules {
  /** Whether a reading is worth a pause here; without it `reading.pause` is what counts. */
  rule?: ((reading: Reading) => boolean) | undefined
  /**
   * Whether a draft that would be asked about goes without, because the page tries what happens then; `kind-held-out` tells when. Where
   * several fields are asked about, all must be.
   */
  heldOut?: ((reading: Reading) => boolean) | undefined
  /** What the draft answers or quotes, asked for when it is read. */
  context?: (() => Context | undefined) | undefined
  /** Where the models lie, for pages that call their files otherwise than the attributes can say. */
  places?: Places | undefined
}

/** What the writer chose: to send what stands there, or to go on writing. */
export type Answer = 'send' | 'edit'

export interface Check {
  /** Whether a pause is worth it now: never for words that were asked about, or rest. */
  pause: boolean
  /** Nothing where the draft is empty or could not be read. */
  reading: Reading | null
}
