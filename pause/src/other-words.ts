import { type Reading, rephrase, rephraseCarefully } from '@kindling/tone'
import type { Suggestion } from './suggest.ts'

// Tone's `rephrase` is called here and nowhere else. The reader is handed in: this file is loaded by itself.

export function otherWords(draft: string, reading: Reading, read: (text: string) => Reading): Suggestion[] {
  return rephrase(draft, reading, { read })
}

export function otherWordsCarefully(
  draft: string,
  reading: Reading,
  read: (text: string) => Promise<Reading>,
): Promise<Suggestion[]> {
  return rephraseCarefully(draft, reading, { read })
}
