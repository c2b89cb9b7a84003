// As it ships, this file is tone's `rephrase/with-reader.ts`, which has these and no reader of its own: the script
// hands in what it has already. `bundle.test.ts` compares them.
export { mayBeRephrased, rephraseCarefullyWith, rephraseWith } from '@kindling/tone'
