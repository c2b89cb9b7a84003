interface Filler {
  fill(section: HTMLElement, field: HTMLTextAreaElement): Promise<void>
  compose(section: HTMLElement): string | undefined
}

/** Puts words into a field as if they were typed: drafts are kept, the preview follows. */
function putInto(field: HTMLTextAreaElement, words: string): void {
  field.value = words
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** The three boxes of one form: opened by its button, filled from the draft, put into the field, taken back. */
class ThreeParts {
  readonly #section: HTMLElement
  readonly #field: HTMLTextAreaElement
  #before: string | undefined
  #putIn: string | undefined

  constructor(section: HTMLElement, field: HTMLTextAreaElement) {
    this.#section = section
    this.#field = field
    section.querySelector('[data-put]')?.addEventListener('click', () => void this.#put())
    section.querySelector('[data-back]')?.addEventListener('click', () => this.#takeBack())
  }

  async toggle(button: HTMLElement): Promise<void> {
    this.#section.hidden = !this.#section.hidden
    button.setAttribute('aria-expanded', String(!this.#section.hidden))
    if (this.#section.hidden) return
    this.#section.querySelector<HTMLElement>('h3')?.focus()
    // Without it the boxes are empty, and can be filled all the same.
    await (await this.#filler()).fill(this.#section, this.#field).catch(() => {})
  }

  #filler(): Promise<Filler> {
    return import(this.#section.dataset.script ?? '') as Promise<Filler>
  }

  #say(what: 'empty' | 'putIn' | undefined): void {
    const line = this.#section.querySelector<HTMLElement>('[data-says]')
    if (line) line.textContent = (what && line.dataset[what]) ?? ''
  }

  async #put(): Promise<void> {
    const words = (await this.#filler()).compose(this.#section)
    if (words === undefined) {
      this.#say('empty')
      const parts = [...this.#section.querySelectorAll<HTMLTextAreaElement>('[data-part]')]
      parts.find(({ value }) => value.trim() === '')?.focus()
      return
    }
    // Put in twice, it is still the draft that comes back.
    if (this.#field.value !== this.#putIn) this.#before = this.#field.value
    this.#putIn = words
    putInto(this.#field, words)
    this.#say('putIn')
    this.#section.querySelector('[data-back]')?.removeAttribute('hidden')
  }

  #takeBack(): void {
    if (this.#before !== undefined) putInto(this.#field, this.#before)
    this.#say(undefined)
    this.#section.querySelector('[data-back]')?.setAttribute('hidden', '')
    this.#field.focus()
  }
}

/** Kinder feedback in a writing form, where its page offers it. */
export function feedbackForm(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('[data-three]')
  const section = form.querySelector<HTMLElement>('section.three')
  const field = section && document.getElementById(section.dataset.for ?? '')
  if (!button || !section || !(field instanceof HTMLTextAreaElement)) return
  const parts = new ThreeParts(section, field)
  button.hidden = false
  button.addEventListener('click', () => void parts.toggle(button))
}
