type Content = Node | string | undefined | false

interface Looks {
  class?: string
  part?: string
  id?: string
  type?: string
  name?: string
  dir?: string
  tabindex?: string
  role?: string
  'aria-labelledby'?: string
  'aria-describedby'?: string
}

/** Makes an element of nodes and text, never of markup: pages may forbid that. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  looks: Looks = {},
  ...content: Content[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(looks)) element.setAttribute(name, value)
  element.append(...content.filter((one) => one !== undefined && one !== false))
  return element
}

/** A button that sends no form. */
export function button(label: string, looks: Looks, press: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button', ...looks }, label)
  made.addEventListener('click', press)
  return made
}
