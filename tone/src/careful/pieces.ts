import { valenceOf } from '../text/emoji.ts'
import { placeholders } from '../text/identity-terms.ts'
import { Recent } from '../text/recent.ts'
import { CODED, FLAG, LINK, MENTION, NUMBER, type Token } from '../text/token.ts'

const LOUD = '\u0003loud'

/** Pieces that stand for what has no letters of its own: kinds of belonging, links, numbers, faces, loud words. */
export const OWN_PIECES: readonly string[] = [
  ...placeholders.slice(1),
  ...[LINK, NUMBER, MENTION, CODED, FLAG],
  ...['warm', 'laughing', 'sad', 'hostile', 'plain'].map((valence) => `\u0003${valence}`),
  LOUD,
]

/** A message as the careful reader sees it: numbers of pieces, and the token that each is from. */
export interface Pieced {
  ids: Uint16Array
  tokens: Uint16Array
}

/** Units of a word beyond which it is not taken apart. */
const WORD_AT_MOST = 40
const MARKS = /\p{Mn}/gu

const bare = (word: string): string => word.normalize('NFD').replace(MARKS, '')

/**
 * Takes words apart into the pieces of a vocabulary, the longest first: WordPiece (Wu and others 2016,
 * arXiv:1609.08144), as BERT does; what does not start a word begins with "##". What no piece fits is `[UNK]`.
 */
export class Pieces {
  readonly begin: number
  readonly end: number
  readonly #ids: Map<string, number>
  readonly #unknown: number
  readonly #loud: number
  readonly #words: Recent<number[]>

  /** `vocabulary`: the pieces in the order of their numbers; holds `[CLS]`, `[SEP]`, `[UNK]` and OWN_PIECES. */
  constructor(vocabulary: readonly string[]) {
    this.#ids = new Map(vocabulary.map((piece, id) => [piece, id]))
    this.begin = this.#idOf('[CLS]')
    this.end = this.#idOf('[SEP]')
    this.#unknown = this.#idOf('[UNK]')
    this.#loud = this.#idOf(LOUD)
    this.#words = new Recent(4_096, (word) => this.#take(word))
  }

  #idOf(piece: string): number {
    const id = this.#ids.get(piece)
    if (id === undefined) throw new Error(`The vocabulary lacks ${piece}.`)
    return id
  }

  #take(word: string): number[] {
    const own = this.#ids.get(word)
    if (own !== undefined) return [own]
    if (word.length > WORD_AT_MOST) return [this.#unknown]
    const text = bare(word)
    const ids: number[] = []
    for (let from = 0; from < text.length; ) {
      const piece = this.#longest(text, from)
      if (!piece) return [this.#unknown]
      ids.push(piece.id)
      from = piece.to
    }
    return ids
  }

  #longest(text: string, from: number): { id: number; to: number } | undefined {
    for (let to = text.length; to > from; to--) {
      const id = this.#ids.get(from === 0 ? text.slice(0, to) : `##${text.slice(from, to)}`)
      if (id !== undefined) return { id, to }
    }
    return undefined
  }

  /** Every sign is a piece by itself, as the vocabulary has them. */
  #signs(run: string): number[] {
    return [...run].flatMap((sign) => this.#words.get(sign))
  }

  #piecesOf({ word, kind }: Token): number[] {
    if (kind === 'emoji' && word !== FLAG) return this.#words.get(`\u0003${valenceOf(word)}`)
    return kind === 'sign' ? this.#signs(word) : this.#words.get(word)
  }

  /** The pieces of tokens in which words for groups are hidden already; without `[CLS]` and `[SEP]`. */
  of(tokens: readonly Token[]): Pieced {
    const [ids, from]: [number[], number[]] = [[], []]
    let loud = false
    for (const [at, token] of tokens.entries()) {
      const found = [...this.#piecesOf(token)]
      // One sign for a run of loud words: pieces know no capitals.
      if (token.loud && !loud) found.unshift(this.#loud)
      if (token.kind === 'word') loud = token.loud
      for (const id of found) {
        ids.push(id)
        from.push(at)
      }
    }
    return { ids: Uint16Array.from(ids), tokens: Uint16Array.from(from) }
  }
}
