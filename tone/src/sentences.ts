import { checkText } from './read.ts'
import { normalise } from './text/normalise.ts'
import { sentencesOf } from './text/sentences.ts'
import { originalSpan } from './text/token.ts'
import { Tokeniser } from './text/tokens.ts'
import { zonesOf } from './text/zones.ts'

/**
 * Where the sentences of a text stand, in order: UTF-16 units, end exclusive. What lies between them is space. A
 * text without a word or sign has none.
 * @throws ToneError for what is no text, or too long to read
 */
export function sentences(text: string): { begin: number; end: number }[] {
  checkText(text)
  const normalised = normalise(text)
  const tokens = new Tokeniser(normalised, text, zonesOf(normalised.text)).run(Number.POSITIVE_INFINITY)
  return sentencesOf(tokens).map((run) => originalSpan(tokens, run))
}
