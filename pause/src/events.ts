import type { Harm } from '@kindling/tone'

/** What a page may learn of a pause. No event holds the text. */
export type PauseEventName =
  | 'kind-paused'
  | 'kind-changed'
  | 'kind-sent-anyway'
  | 'kind-withdrawn'
  | 'kind-held-out'

export interface PauseDetail {
  /** What the draft may have been heard as. */
  attribute: Harm | null
  /** Which reader said so: "quick" or "careful". */
  reader: string
  /** Whether the words of a suggestion were used. */
  suggestion: boolean
}

export type PauseEvent = CustomEvent<PauseDetail>

// They bubble: elements, documents and windows hear them.
declare global {
  interface GlobalEventHandlersEventMap {
    'kind-paused': PauseEvent
    'kind-changed': PauseEvent
    'kind-sent-anyway': PauseEvent
    'kind-withdrawn': PauseEvent
    'kind-held-out': PauseEvent
  }
}

/** Tells the page, through whatever it is nested in. */
export function tell(element: EventTarget, name: PauseEventName, detail: PauseDetail): void {
  element.dispatchEvent(new CustomEvent(name, { detail: { ...detail }, bubbles: true, composed: true }))
}
