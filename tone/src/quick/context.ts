import { normalise } from '../text/normalise.ts'
import type { Token } from '../text/token.ts'
import { Tokeniser } from '../text/tokens.ts'
import type { Bag } from './bag.ts'
import { hashText, mix } from './hash.ts'
import { commonWords, KIND_COUNT, kindsOf } from './lexicon.ts'

/** What a message that is being answered is made of: kinds of words and whether it asks, never its words. */
export interface ContextKinds {
  kinds: number
  asks: boolean
  words: ReadonlySet<string>
}

/** Tokens of the earlier message that are looked at. */
const LOOKED_AT = 160
const SORT = 31

export function contextKinds(answering: string): ContextKinds {
  const tokens = new Tokeniser(normalise(answering), answering, undefined).run(LOOKED_AT)
  let kinds = 0
  const words = new Set<string>()
  for (const { word, kind } of tokens) {
    kinds |= kindsOf(word)
    if (kind === 'word' && !commonWords.has(word)) words.add(word)
  }
  return { kinds, asks: tokens.some(({ kind, word }) => kind === 'sign' && word[0] === '?'), words }
}

/** Adds how a message stands to what it answers: kinds that meet, the question asked, words taken up again. */
export function addContext(bag: Bag, { kinds, asks, words }: ContextKinds, tokens: readonly Token[]): void {
  const put = (what: number, value: number) => bag.add(mix(SORT + what * 100, value), 0, 0)
  let own = 0
  let taken = 0
  for (const { word } of tokens) {
    own |= kindsOf(word)
    if (words.has(word)) taken++
  }
  const size = Math.min(5, Math.ceil(Math.log2(tokens.length + 1)))
  put(0, 0)
  put(1, asks ? 1 + size : 0)
  put(2, Math.min(3, taken))
  for (let kind = 0; kind < KIND_COUNT; kind++) {
    if (!(kinds & (1 << kind))) continue
    put(3, kind)
    put(4 + kind, size)
    for (let mine = 0; mine < KIND_COUNT; mine++) if (own & (1 << mine)) put(40 + kind, mine)
  }
  // Answers of one or two words mean what they answer.
  if (tokens.length <= 3) for (const { word } of tokens) put(100 + (asks ? 1 : 0), hashText(word))
}
