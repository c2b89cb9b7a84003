import { setImmediate } from 'node:timers/promises'

/** Characters of a text that takes longer to read, some three milliseconds, than others should wait. */
const LONG = 2_000

/**
 * Long texts are read one behind the other, as they came, and what arrives is heard between two of them: else whoever arrives in
 * two pieces waits for everybody twice.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()

  /** Resolves when it is a text's turn: a short one's at once. */
  async wait(text: string): Promise<void> {
    if (text.length <= LONG) return
    this.#last = this.#last.then(() => setImmediate())
    await this.#last
  }
}
