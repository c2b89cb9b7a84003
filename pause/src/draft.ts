/** Drafts are the same while their words are: spaces and line ends do not count. */
export function keyOf(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

const AT_MOST = 50

/** The drafts that were asked about on this page, so that nobody is asked twice. They leave with the page. */
export class Asked {
  readonly #keys = new Set<string>()

  add(text: string): void {
    this.#keys.add(keyOf(text))
    if (this.#keys.size > AT_MOST) this.#keys.delete(this.#keys.values().next().value as string)
  }

  has(text: string): boolean {
    return this.#keys.has(keyOf(text))
  }
}
