// The one script tag: defines the element as soon as it is loaded.
import { definePause } from './element.ts'
import type { PauseEvent } from './events.ts'

definePause()

export * from './index.ts'

declare global {
  interface HTMLElementEventMap {
    'kind-paused': PauseEvent
    'kind-changed': PauseEvent
    'kind-sent-anyway': PauseEvent
    'kind-withdrawn': PauseEvent
  }
}
