import type { Reading } from '@kindling/tone'

// Browsers use this file as well: nothing of a server in it.

/** From here on a threat or severe harm is grave: the pause speaks even where somebody's budget is used up. */
const GRAVE = 0.5

/** Whether the pause may speak to a member now: of what is ordinary, and of what is grave. */
export interface MayPause {
  ordinary: boolean
  grave: boolean
}

export const isGrave = ({ scores }: Reading): boolean =>
  (scores.threat ?? 0) >= GRAVE || (scores.severe_toxicity ?? 0) >= GRAVE

/** Whether a draft that reads like this is asked about. */
export const isAskedAbout = (reading: Reading, may: MayPause): boolean =>
  reading.pause && (isGrave(reading) ? may.grave : may.ordinary)
