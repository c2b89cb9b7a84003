import { make } from './make.ts'
import { wear } from './style.ts'

/** Where the panel stands: under what the element is wrapped around, or where the element itself stands. */
export class PanelPlace {
  readonly #host: HTMLElement
  readonly #frame = make('div', { class: 'frame' })

  constructor(host: HTMLElement) {
    this.#host = host
    const root = host.attachShadow({ mode: 'open' })
    wear(root)
    root.append(make('slot'))
  }

  /** Shows a panel in place of any other and takes the writer to its heading. Escape is one of its answers. */
  show(panel: HTMLElement, leave: () => void): void {
    panel.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return
      // It closes this panel, not the dialog that it may stand in.
      event.preventDefault()
      event.stopPropagation()
      leave()
    })
    this.#frame.replaceChildren(panel)
    this.#host.shadowRoot!.append(this.#frame)
    this.#host.setAttribute('open', '')
    panel.querySelector('h2')!.focus()
    panel.scrollIntoView({ block: 'nearest' })
  }

  hide(): void {
    this.#frame.remove()
    this.#frame.replaceChildren()
    this.#host.removeAttribute('open')
  }
}
