import { type Normalised, normalise } from '../text/normalise.ts'
import { type Sentence, sentencesOf } from '../text/sentences.ts'
import type { Token } from '../text/token.ts'
import { Tokeniser } from '../text/tokens.ts'
import { markRepeated, zonesOf } from '../text/zones.ts'
import { Bag } from './bag.ts'
import { addContext, type ContextKinds, contextKinds } from './context.ts'
import { entryOf } from './entries.ts'
import { fillBag } from './fill-bag.ts'
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

/** What was said before, as far as features go. */
export interface FeatureContext {
  quoted?: string | string[]
  answering?: string
}

/** A message made ready for reading, in one go or window by window. */
export class Source {
  readonly normalised: Normalised
  readonly #text: string
  readonly #zones: Uint8Array | undefined
  readonly #context: ContextKinds | undefined

  constructor(text: string, { quoted, answering }: FeatureContext = {}) {
    this.#text = text
    this.normalised = normalise(text)
    const own = this.normalised.text
    const repeated = quoted === undefined ? [] : [quoted].flat()
    this.#zones = markRepeated(
      own,
      zonesOf(own),
      repeated.map((one) => normalise(one).text),
    )
    this.#context = answering ? contextKinds(answering) : undefined
  }

  #tokeniser(from: number): Tokeniser {
    const tokeniser = new Tokeniser(this.normalised, this.#text, this.#zones, from)
    tokeniser.run(TOKENS_AT_MOST)
    return tokeniser
  }

  #features(tokens: Token[], bag: Bag): Features {
    const identity = hideIdentity(tokens)
    const sentences = sentencesOf(tokens)
    const marks = marksOf(tokens, sentences, identity, this.#zones)
    const entries = tokens.map(entryOf)
    fillBag(bag, { tokens, sentences, entries, marks, identity })
    if (this.#context) addContext(bag, this.#context, tokens)
    const words = Uint32Array.from(entries, ({ id }) => id)
    return { tokens, sentences, words, marks, bag }
  }

  /** The features of the whole; of a long text, of its first 512 tokens. */
  first(bag: Bag): Features {
    return this.#features(this.#tokeniser(0).tokens, bag)
  }

  /** The features of all of it, at most 512 tokens at a time, cut between sentences. `bag` is filled anew each time. */
  *windows(bag: Bag): Generator<Features> {
    let from = 0
    const { length } = this.normalised.text
    do {
      const tokeniser = this.#tokeniser(from)
      from = cut(tokeniser, length)
      yield this.#features(tokeniser.tokens, bag)
    } while (from < length)
  }
}

/** Drops a last sentence that runs on, if it began in the second half; tells where the next window begins. */
function cut({ tokens, at }: Tokeniser, length: number): number {
  if (at >= length) return length
  const last = sentencesOf(tokens).at(-1)!
  if (last.begin < TOKENS_AT_MOST / 2) return at
  const from = tokens[last.begin]!.from
  tokens.length = last.begin
  return from
}

/** The features of a message; of a long one, of its first 512 tokens. */
export function features(text: string, context?: FeatureContext, bag: Bag = new Bag()): Features {
  return new Source(text, context).first(bag)
}
