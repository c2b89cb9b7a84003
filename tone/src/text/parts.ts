import { type Normalised, normalise } from './normalise.ts'
import { sentencesOf } from './sentences.ts'
import { originalSpan, type Token } from './token.ts'
import { Tokeniser } from './tokens.ts'
import { zonesOf } from './zones.ts'

/** A whole text, taken apart. */
export interface Parts {
  normalised: Normalised
  zones: Uint8Array | undefined
  tokens: Token[]
  /** UTF-16 units of the original, end exclusive. */
  sentences: { begin: number; end: number }[]
}

/** Takes a text apart in one go; what is read window by window is not. */
export function partsOf(text: string): Parts {
  const normalised = normalise(text)
  const zones = zonesOf(normalised.text)
  const tokens = new Tokeniser(normalised, text, zones).run(Number.POSITIVE_INFINITY)
  const sentences = sentencesOf(tokens).map((run) => originalSpan(tokens, run))
  return { normalised, zones, tokens, sentences }
}
