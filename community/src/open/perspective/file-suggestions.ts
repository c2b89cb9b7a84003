import { appendFile } from 'node:fs/promises'
import type { Suggestion, Suggestions } from './suggestions.ts'

/** Keeps suggestions in a file, one JSON object a line, readable by its owner alone. */
export class FileSuggestions implements Suggestions {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  /** Makes the file if it is not there. @throws the system's error where it cannot be written */
  async open(): Promise<void> {
    await appendFile(this.#path, '', { mode: 0o600 })
  }

  async add(suggestion: Suggestion): Promise<void> {
    // One write a line: several processes may share the file.
    await appendFile(this.#path, `${JSON.stringify(suggestion)}\n`, { mode: 0o600 })
  }
}
