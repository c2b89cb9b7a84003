import { normalise } from '../text/normalise.ts'
import { type Sentence, sentencesOf } from '../text/sentences.ts'
import { type Token, Tokeniser } from '../text/tokens.ts'
import { zonesOf } from '../text/zones.ts'
import { Bag, fillBag, wordId } from './bag.ts'
import { hideIdentity, marksOf } from './marks.ts'

/** More than these are read in windows. */
export const TOKENS_AT_MOST = 512

/** Everything the quick reader looks at in a message, or in a window of a long one. */
export interface Features {
  tokens: Token[]
  sentences: Sentence[]
  /** One hash per token. */
  words: Uint32Array
  /** Sixteen bits per token, see `MARK`. */
  marks: Uint16Array
  /** Distinct hashes; `bag.begins` and `bag.ends` say which tokens each came from. */
  bag: Bag
}

function featuresOf(tokens: Token[], zones: Uint8Array | undefined, bag: Bag): Features {
  const identity = hideIdentity(tokens)
  const sentences = sentencesOf(tokens)
  const marks = marksOf(tokens, sentences, identity, zones)
  fillBag(bag, tokens, sentences, marks, identity)
  const words = new Uint32Array(tokens.length)
  for (let at = 0; at < tokens.length; at++) words[at] = wordId(tokens[at]!)
  return { tokens, sentences, words, marks, bag }
}

/** The features of a message; of a long one, of its first 512 tokens. */
export function features(text: string, bag: Bag = new Bag()): Features {
  const normalised = normalise(text)
  const zones = zonesOf(normalised.text)
  const tokens = new Tokeniser(normalised, text, zones).run(TOKENS_AT_MOST)
  return featuresOf(tokens, zones, bag)
}
