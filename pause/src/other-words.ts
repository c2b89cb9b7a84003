// As it ships, this file is tone's `rephrase/with-reader.ts`, which has these two and no reader of its own: the script
// hands in what it has already. `bundle.test.ts` compares them.
export { rephraseCarefullyWith, rephraseWith } from '@kindling/tone'
