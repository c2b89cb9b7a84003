import { type Reading, rephrase, rephraseCarefully, type Suggestion } from '@kindling/tone'

// As it ships, this file is tone's `rephrase/with-reader.ts`, which has these two and no reader of its own: the script
// hands in what it has already. From the sources, the same through tone's front door. `bundle.test.ts` compares them.

export const rephraseWith = (text: string, reading: Reading, read: (text: string) => Reading): Suggestion[] =>
  rephrase(text, reading, { read })

export const rephraseCarefullyWith = (
  text: string,
  reading: Reading,
  read: (text: string) => Promise<Reading>,
): Promise<Suggestion[]> => rephraseCarefully(text, reading, { read })
