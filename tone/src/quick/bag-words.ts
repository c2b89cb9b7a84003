import type { Sentence } from '../text/sentences.ts'
import type { Bag } from './bag.ts'
import { mix } from './hash.ts'
import type { LookedAt } from './looked-at.ts'
import { MARK } from './marks.ts'
import { SORT } from './sorts.ts'

const YOU_REACH = 6

/** Of a token's marks, those that change what its word is taken for. */
const voiced = (mark: number): number =>
  (mark & (MARK.quoted | MARK.code) ? 1 : 0) | (mark & MARK.negated ? 2 : 0)

/** Words, two and three of them in a row, and pieces of them. */
export function addWords(bag: Bag, { entries, marks }: LookedAt, { begin, end }: Sentence): void {
  for (let at = begin; at < end; at++) {
    const voice = voiced(marks[at]!)
    const { hash, letters } = entries[at]!
    bag.add(mix(SORT.word + voice * 100, hash), at, at + 1)
    if (at + 1 < end) bag.add(mix(mix(SORT.pair + voice * 100, hash), entries[at + 1]!.hash), at, at + 2)
    if (at + 2 < end)
      bag.add(mix(mix(mix(SORT.triple, hash), entries[at + 1]!.hash), entries[at + 2]!.hash), at, at + 3)
    // What is quoted shares no letters with what is said.
    const own = (voice & 1) * 7_777
    for (let piece = 0; piece < letters.length; piece++) bag.add(letters[piece]! ^ own, at, at + 1)
  }
}

/** Words some way after "you" or "I", in the same sentence. */
function addAfter(bag: Bag, { tokens, entries }: LookedAt, at: number, end: number, sort: number): void {
  const limit = Math.min(end, at + 1 + YOU_REACH)
  for (let after = at + 2; after < limit; after++)
    if (tokens[after]!.kind === 'word' && !entries[after]!.common)
      bag.add(mix(sort, entries[after]!.hash), at, after + 1)
}

export function addPersons(bag: Bag, looked: LookedAt, { begin, end }: Sentence): void {
  const { tokens, entries } = looked
  for (let at = begin; at < end; at++) {
    const { person } = entries[at]!
    if (person === 1) addAfter(bag, looked, at, end, SORT.ofMe)
    if (person !== 2) continue
    addAfter(bag, looked, at, end, SORT.toYou)
    for (let back = Math.max(begin, at - 3); back < at - 1; back++)
      if (tokens[back]!.kind === 'word' && !entries[back]!.common)
        bag.add(mix(SORT.before, entries[back]!.hash), back, at + 1)
  }
}

/** How a sentence begins and ends. */
export function addEdges(bag: Bag, { entries }: LookedAt, { begin, end }: Sentence, first: boolean): void {
  const one = entries[begin]!.hash
  bag.add(mix(SORT.start, one), begin, begin + 1)
  if (end - begin > 1) {
    const two = entries[begin + 1]!.hash
    bag.add(mix(mix(SORT.start + 100, one), two), begin, begin + 2)
    if (first) bag.add(mix(mix(SORT.start + 200, one), two), begin, begin + 2)
  }
  bag.add(mix(SORT.end, entries[end - 1]!.hash), end - 1, end)
}
