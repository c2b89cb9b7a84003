import { isFirst, isSecond } from '../text/persons.ts'
import { Recent } from '../text/recent.ts'
import type { Token } from '../text/token.ts'
import { hashText, mix, toId } from './hash.ts'
import { commonWords, kindsOf } from './lexicon.ts'
import { SORT } from './sorts.ts'

/** What is known of a word wherever it stands. */
export interface Entry {
  hash: number
  id: number
  kinds: number
  /** 2 speaks to the reader, 1 of the writer, 0 neither. */
  person: number
  common: boolean
  /**
   * Hashes of its pieces of three and four letters, borders included, and of two where letters are syllables; none for
   * common words and signs.
   */
  letters: Int32Array
}

/** Units of a word whose letters are looked at. */
const LETTERS = 20
const NO_LETTERS = new Int32Array(0)
const BORDER = 60

const units = new Uint16Array(LETTERS + 2)
const pieces = new Int32Array((LETTERS + 2) * 3)

/** Hangul: what others spell with five letters takes two of its own. */
const isSyllable = (unit: number): boolean =>
  unit >= 0x1100 && (unit <= 0x11ff || (unit >= 0xac00 && unit <= 0xd7a3))

/** Pieces of three and four letters: with those of two and five it reads no better, and takes twice as long. */
function lettersOf(word: string): Int32Array {
  const length = Math.min(word.length, LETTERS) + 2
  units[0] = BORDER
  for (let at = 1; at < length - 1; at++) units[at] = word.charCodeAt(at - 1)
  units[length - 1] = BORDER
  let count = 0
  for (let begin = 0; begin + 2 <= length; begin++) {
    let hash: number = SORT.letters
    const end = Math.min(begin + 4, length)
    const least = isSyllable(units[begin]!) || isSyllable(units[begin + 1]!) ? begin + 1 : begin + 2
    for (let at = begin; at < end; at++) {
      hash = Math.imul(hash ^ units[at]!, 16777619) ^ (hash >>> 15)
      if (at >= least) pieces[count++] = mix(SORT.letters + (at - begin + 1) * 1000, hash)
    }
  }
  return pieces.slice(0, count)
}

/** Letters and not a sign, an emoji or a placeholder. */
const isSpelt = (word: string): boolean => word.charCodeAt(0) > 2 && /\p{L}/u.test(word)

const entries = new Recent<Entry>(4_096, (word) => {
  const hash = hashText(word)
  const common = commonWords.has(word)
  return {
    hash,
    id: toId(hash),
    kinds: kindsOf(word),
    person: isSecond(word) ? 2 : isFirst(word) ? 1 : 0,
    common,
    letters: common || !isSpelt(word) ? NO_LETTERS : lettersOf(word),
  }
})

export const entryOf = ({ word }: Token): Entry => entries.get(word)
