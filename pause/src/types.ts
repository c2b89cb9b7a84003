import type { Context, Reading, Suggestion } from '@kindling/tone'
import type { Places } from './reading/device.ts'

/** Other words for a draft: `text` is the whole draft in these words, `changes` what is different. */
export type Wording = Pick<Suggestion, 'text' | 'changes'>

/** Where more wordings may come from than this device. Nothing is asked there before the writer presses its button. */
export interface MoreWords {
  /** On the button. */
  ask: string
  /** Above the button, where the writer has yet to say yes: what happens to the draft when it is pressed. */
  says?: string | undefined
  /** A second button, for who wants none of it. */
  no?: { label: string; press(): void } | undefined
  /** While it is asked, over all that came, over each of it, and where nothing came. */
  waiting: string
  from: string
  other: string
  none: string
  /** Asks. What is given is shown as it is: whoever asks has checked it. Where it fails, nothing came. */
  find(draft: string, reading: Reading, context: Context | undefined): Promise<Wording[]>
}

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
  /**
   * Where more wordings may come from, asked for each time the panel opens with room for one. Never for a threat or contempt,
   * nor where wordings would not be looked for here.
   */
  more?: (() => MoreWords | undefined) | undefined
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
