import { type CarefulOptions, readCarefully } from '../careful/read-carefully.ts'
import { type ReadOptions, read as readQuickly } from '../read.ts'
import type { Reading } from '../reading.ts'
import type { Suggestion } from './moves.ts'
import { rephraseCarefullyWith, rephraseWith } from './with-reader.ts'

export { mayBeRephrased, REPHRASE_TEXT_AT_MOST, rephraseCarefullyWith, rephraseWith } from './with-reader.ts'

/** How drafts are read: as the message was, in its place. */
export type RephraseOptions = Pick<ReadOptions, 'context' | 'lang'>

/**
 * Up to three kinder ways to say a message, best first: made on this device, each kinder by the same reading, each
 * with the message's links, names, numbers, code and quotations. None where none is good enough, nor for threats and
 * contempt for who people are, nor where only the insult would be left. In English only.
 *
 * @param reading what `read` made of the message
 * @throws ToneError `model_missing` where no quick model is loaded
 */
export function rephrase(text: string, reading: Reading, options: RephraseOptions = {}): Suggestion[] {
  return rephraseWith(text, reading, (draft) => readQuickly(draft, options))
}

/** The reader that made a reading; where that was another than those of this package, what comes nearest. */
function readerOf({ model: { name } }: Reading): CarefulOptions['reader'] {
  return name === 'quick' || name === 'careful' ? name : 'auto'
}

/**
 * `rephrase`, of what `readCarefully` made of a message: drafts are read by the reader that read the message, as what one
 * reader finds says little about what the other does.
 *
 * @throws ToneError as `readCarefully`
 */
export function rephraseCarefully(
  text: string,
  reading: Reading,
  options: RephraseOptions = {},
): Promise<Suggestion[]> {
  const reader = readerOf(reading)
  return rephraseCarefullyWith(text, reading, (draft) => readCarefully(draft, { ...options, reader }))
}
