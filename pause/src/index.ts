import type { Reading } from '@kindling/tone'

/** Anything that reads a draft on the device. */
export type Reader = (draft: string) => Reading | Promise<Reading>

/** What a page may learn of a pause. No event holds the text. */
export type PauseEventName = 'kind-paused' | 'kind-changed' | 'kind-sent-anyway' | 'kind-withdrawn'
