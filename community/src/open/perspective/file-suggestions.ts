import { appendFile } from 'node:fs/promises'
import type { Suggestion, Suggestions } from './suggestions.ts'

/** Keeps suggestions in a file, one JSON object a line, readable by its owner alone. */
export class FileSuggestions implements Suggestions {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  async add(suggestion: Suggestion): Promise<void> {
    // One write a line: several processes may share the file.
    await appendFile(this.#path, `${JSON.stringify(suggestion)}\n`, { mode: 0o600 })
  }
}
