import { fieldsOf, goesFreely } from './fields/find.ts'
import { Pausing } from './pausing.ts'
import type { OwnWords } from './speech.ts'
import type { Answer, Check, PageRules } from './types.ts'

declare global {
  interface HTMLElementTagNameMap {
    'kind-pause': KindPause
  }
}

// Where pages are made on a server there are no elements, and a page's script still imports this.
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement

/** `<kind-pause>`: a moment before sending, beside any text field. */
export class KindPause extends Base {
  readonly #pausing = new Pausing(this)
  #listening: AbortController | undefined
  #passing: HTMLFormElement | undefined

  /** Who read last, "quick" or "careful"; null before the first reading. Whom the page wants is the attribute `reader`. */
  get readBy(): string | null {
    return this.#pausing.readBy
  }

  /** Sentences of the page's own, in place of ours. */
  get words(): OwnWords {
    return this.#pausing.words
  }
  set words(own: OwnWords) {
    this.#pausing.words = own ?? {}
  }

  /** What its page decides itself: set its members. */
  get rules(): PageRules {
    return this.#pausing.rules
  }
  set rules(own: PageRules) {
    this.#pausing.rules = own ?? {}
  }

  /** Reads the draft as it stands. For pages that send by script. */
  check(): Promise<Check> {
    return this.#pausing.check(fieldsOf(this))
  }

  /** Asks the writer, if a pause is worth it: "send" where nothing is to be asked. For pages that send by script. */
  ask(): Promise<Answer> {
    return new Promise((resolve) => {
      const way = { send: () => resolve('send'), stay: () => resolve('edit') }
      if (this.#pausing.mayGo(fieldsOf(this), way)) resolve('send')
    })
  }

  connectedCallback(): void {
    this.#adopt('words')
    this.#adopt('rules')
    this.#listening = new AbortController()
    const { signal } = this.#listening
    const root = this.getRootNode()
    // The window hears a submit before anything else on the page does.
    const heard = root instanceof Document ? window : root
    const options = { capture: true, signal }
    heard.addEventListener('submit', (event) => this.#onSubmit(event as SubmitEvent), options)
    heard.addEventListener('focusin', (event) => this.#onFocus(event), options)
    heard.addEventListener('input', (event) => this.#pausing.written(event.composedPath()), options)
    heard.addEventListener('reset', (event) => this.#onReset(event), options)
    window.addEventListener('pagehide', () => this.#pausing.withdraw(), { signal })
    if (fieldsOf(this).some(({ element }) => element.matches(':focus'))) this.#pausing.load()
  }

  disconnectedCallback(): void {
    this.#listening?.abort()
    // Moved to another place, it is there again at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#pausing.withdraw()
    })
  }

  /** What was set before the element was known. */
  #adopt(name: 'words' | 'rules'): void {
    if (!Object.hasOwn(this, name)) return
    const own = this[name]
    Reflect.deleteProperty(this, name)
    Reflect.set(this, name, own)
  }

  #onFocus(event: Event): void {
    const [target] = event.composedPath()
    if (fieldsOf(this).some(({ element }) => element === target)) this.#pausing.load()
  }

  #onReset({ target }: Event): void {
    if (fieldsOf(this).some(({ form }) => form === target)) this.#pausing.withdraw()
  }

  #onSubmit(event: SubmitEvent): void {
    const { target: form, submitter } = event
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented || this.#passing === form) return
    if (this.getAttribute('when') === 'asked' || goesFreely(form, submitter)) return
    const fields = fieldsOf(this).filter((field) => field.form === form)
    // The event that was held may be on its way still; until it is over the form takes no other.
    const way = { send: () => void setTimeout(() => this.#submit(form, submitter)), stay: () => {} }
    if (fields.length === 0 || this.#pausing.mayGo(fields, way)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  #submit(form: HTMLFormElement, submitter: HTMLElement | null): void {
    if (!form.isConnected) return
    this.#passing = form
    try {
      const there = submitter?.isConnected && (submitter as HTMLButtonElement).form === form
      form.requestSubmit(there ? submitter : null)
    } finally {
      this.#passing = undefined
    }
  }
}

/** Makes the element known to the page, once. */
export function definePause(): void {
  if (globalThis.customElements && !customElements.get('kind-pause'))
    customElements.define('kind-pause', KindPause)
}
