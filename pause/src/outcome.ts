import { keyOf } from './draft.ts'
import { type PauseDetail, tell } from './events.ts'
import type { Field } from './fields/field.ts'

interface Paused extends PauseDetail {
  field: Field
  key: string
}

/** What comes of a pause: each ends in one of changed, sent anyway, withdrawn. */
export class Outcome {
  readonly #element: HTMLElement
  #paused: Paused | undefined

  constructor(element: HTMLElement) {
    this.#element = element
  }

  begin(field: Field, text: string, detail: PauseDetail): void {
    this.#paused = { ...detail, field, key: keyOf(text) }
    this.#tell('kind-paused')
  }

  useSuggestion(): void {
    if (this.#paused) this.#paused.suggestion = true
  }

  /** The message is on its way. */
  goes(): void {
    if (!this.#paused) return
    const same = keyOf(this.#paused.field.text()) === this.#paused.key
    this.#tell(same ? 'kind-sent-anyway' : 'kind-changed')
    this.#paused = undefined
  }

  withdrawn(): void {
    this.#tell('kind-withdrawn')
    this.#paused = undefined
  }

  #tell(name: Parameters<typeof tell>[1]): void {
    if (!this.#paused) return
    const { attribute, reader, suggestion } = this.#paused
    tell(this.#element, name, { attribute, reader, suggestion })
  }
}
