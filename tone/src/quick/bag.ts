import { isFirst, isSecond } from '../text/persons.ts'
import { Recent } from '../text/recent.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Token } from '../text/tokens.ts'
import { hashText, mix, toId } from './hash.ts'
import { commonWords, KIND_COUNT, kindsOf } from './lexicon.ts'
import { MARK } from './marks.ts'

/** Says which sort of feature a hash is of, so that no two sorts meet by design. */
const SORT = {
  word: 11,
  pair: 12,
  triple: 13,
  letters: 14,
  toYou: 15,
  ofMe: 16,
  kind: 17,
  kindPair: 18,
  start: 19,
  end: 20,
  shape: 21,
  identity: 22,
  before: 23,
} as const

/** Units of a word whose letters are looked at. */
const LETTERS = 20
const YOU_REACH = 6

/** Distinct features, each with the tokens it came from first (end exclusive; 0, 0: the message as a whole). */
export class Bag {
  ids = new Uint32Array(512)
  begins = new Uint16Array(512)
  ends = new Uint16Array(512)
  length = 0
  /** Open addressing: indexes into the above, -1 where free. */
  #table = new Int32Array(2048).fill(-1)
  #slots = new Uint32Array(512)

  clear(): void {
    for (let at = 0; at < this.length; at++) this.#table[this.#slots[at]!] = -1
    this.length = 0
  }

  add(hash: number, begin: number, end: number): void {
    if (this.length === this.ids.length) this.#grow()
    const id = toId(hash)
    const table = this.#table
    const mask = table.length - 1
    let slot = id & mask
    for (;;) {
      const at = table[slot]!
      if (at < 0) break
      if (this.ids[at] === id) return
      slot = (slot + 1) & mask
    }
    table[slot] = this.length
    this.#slots[this.length] = slot
    this.ids[this.length] = id
    this.begins[this.length] = begin
    this.ends[this.length] = end
    this.length++
  }

  #grow(): void {
    const size = this.ids.length * 2
    const copy = <Kind extends Uint16Array | Uint32Array>(from: Kind, to: Kind): Kind => {
      to.set(from)
      return to
    }
    this.ids = copy(this.ids, new Uint32Array(size))
    this.begins = copy(this.begins, new Uint16Array(size))
    this.ends = copy(this.ends, new Uint16Array(size))
    this.#slots = new Uint32Array(size)
    this.#table = new Int32Array(size * 4).fill(-1)
    const mask = this.#table.length - 1
    for (let at = 0; at < this.length; at++) {
      let slot = this.ids[at]! & mask
      while (this.#table[slot]! >= 0) slot = (slot + 1) & mask
      this.#table[slot] = at
      this.#slots[at] = slot
    }
  }
}

/** What is known of a word wherever it stands. */
interface Entry {
  hash: number
  id: number
  kinds: number
  /** 2 speaks to the reader, 1 of the writer, 0 neither. */
  person: number
  common: boolean
  /** Hashes of its pieces of three and four letters, borders included; none for common words and signs. */
  letters: Int32Array
}

const NO_LETTERS = new Int32Array(0)
const BORDER = 60

const units = new Uint16Array(LETTERS + 2)
const pieces = new Int32Array((LETTERS + 2) * 2)

/** Pieces of three and four letters: with those of two and five it reads no better, and takes twice as long. */
function lettersOf(word: string): Int32Array {
  const length = Math.min(word.length, LETTERS) + 2
  units[0] = BORDER
  for (let at = 1; at < length - 1; at++) units[at] = word.charCodeAt(at - 1)
  units[length - 1] = BORDER
  let count = 0
  for (let begin = 0; begin + 3 <= length; begin++) {
    let hash: number = SORT.letters
    const end = Math.min(begin + 4, length)
    for (let at = begin; at < end; at++) {
      hash = Math.imul(hash ^ units[at]!, 16777619) ^ (hash >>> 15)
      if (at >= begin + 2) pieces[count++] = mix(SORT.letters + (at - begin + 1) * 1000, hash)
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

/** The hash under which the network sees a word. */
export const wordId = ({ word }: Token): number => entries.get(word).id

/** Of a token's marks, those that change what its word is taken for. */
const voiced = (mark: number): number =>
  (mark & (MARK.quoted | MARK.code) ? 1 : 0) | (mark & MARK.negated ? 2 : 0)

function addWords(bag: Bag, entries: readonly Entry[], marks: Uint16Array, { begin, end }: Sentence): void {
  for (let at = begin; at < end; at++) {
    const voice = voiced(marks[at]!)
    const { hash, letters } = entries[at]!
    bag.add(mix(SORT.word + voice * 100, hash), at, at + 1)
    if (at + 1 < end) bag.add(mix(mix(SORT.pair + voice * 100, hash), entries[at + 1]!.hash), at, at + 2)
    if (at + 2 < end)
      bag.add(mix(mix(mix(SORT.triple, hash), entries[at + 1]!.hash), entries[at + 2]!.hash), at, at + 3)
    const own = (voice & 1) * 7_777
    for (let piece = 0; piece < letters.length; piece++) bag.add(letters[piece]! ^ own, at, at + 1)
  }
}

/** Words some way after "you" or "I", in the same sentence. */
function addAfter(
  bag: Bag,
  tokens: readonly Token[],
  entries: readonly Entry[],
  at: number,
  end: number,
  sort: number,
): void {
  const limit = Math.min(end, at + 1 + YOU_REACH)
  for (let after = at + 2; after < limit; after++) {
    if (tokens[after]!.kind === 'word' && !entries[after]!.common)
      bag.add(mix(sort, entries[after]!.hash), at, after + 1)
  }
}

function addPersons(
  bag: Bag,
  tokens: readonly Token[],
  entries: readonly Entry[],
  { begin, end }: Sentence,
): void {
  for (let at = begin; at < end; at++) {
    const { person } = entries[at]!
    if (person === 1) addAfter(bag, tokens, entries, at, end, SORT.ofMe)
    else if (person === 2) {
      addAfter(bag, tokens, entries, at, end, SORT.toYou)
      for (let back = Math.max(begin, at - 3); back < at - 1; back++)
        if (tokens[back]!.kind === 'word' && !entries[back]!.common)
          bag.add(mix(SORT.before, entries[back]!.hash), back, at + 1)
    }
  }
}

const { quoted, code, nearYou, nearMe, asked, nearIdentity } = MARK

/** The ways a word of some kind may be meant, one feature each; 13 is "said to you, plainly". */
function addKind(bag: Bag, kind: number, mark: number, at: number): void {
  const put = (way: number) => bag.add(mix(SORT.kind + way * 100, kind), at, at + 1)
  const held = mark & (quoted | code | MARK.negated | MARK.reported | MARK.hypothetical)
  put(0)
  if (mark & (quoted | code)) put(1)
  if (mark & MARK.negated) put(2)
  if (mark & MARK.reported) put(3)
  if (mark & nearYou) put(4)
  if (mark & nearMe) put(5)
  if (mark & MARK.hypothetical) put(6)
  if (mark & asked) put(7)
  if (mark & nearIdentity) put(8)
  if (mark & MARK.nearName) put(9)
  if (mark & MARK.afterBut) put(10)
  if (mark & MARK.nearWarm) put(11)
  if (mark & MARK.nearHostile) put(12)
  if (!held && mark & nearYou && !(mark & nearMe)) put(13)
  if (!held && mark & nearMe && !(mark & nearYou)) put(14)
  if (!held && !(mark & (nearMe | nearYou))) put(15)
}

function addKinds(bag: Bag, entries: readonly Entry[], marks: Uint16Array, { begin, end }: Sentence): void {
  let last = -1
  for (let at = begin; at < end; at++) {
    const { kinds } = entries[at]!
    if (kinds === 0) continue
    for (let kind = 0; kind < KIND_COUNT; kind++) {
      if (!(kinds & (1 << kind))) continue
      addKind(bag, kind, marks[at]!, at)
      if (last < begin) continue
      for (let other = 0; other < KIND_COUNT; other++)
        if (entries[last]!.kinds & (1 << other)) bag.add(mix(mix(SORT.kindPair, other), kind), last, at + 1)
    }
    last = at
  }
}

/** How a group is spoken of: which kind, whether it is the writer's own or the reader's, all of it or some. */
function addIdentity(
  bag: Bag,
  entries: readonly Entry[],
  marks: Uint16Array,
  identity: Uint8Array,
  { begin, end }: Sentence,
): void {
  for (let at = begin; at < end; at++) {
    if (!identity[at]) continue
    const mark = marks[at]!
    const way = (mark & nearMe ? 1 : 0) | (mark & nearYou ? 2 : 0) | (mark & quoted ? 4 : 0)
    bag.add(mix(mix(SORT.identity, identity[at]!), way), at, at + 1)
    bag.add(mix(SORT.identity + 100, way), at, at + 1)
    let all = 0
    for (let near = Math.max(begin, at - 5); near < Math.min(end, at + 6); near++)
      if (near !== at) all |= entries[near]!.kinds
    for (let kind = 0; kind < KIND_COUNT; kind++)
      if (all & (1 << kind))
        bag.add(mix(SORT.identity + 200, kind), Math.max(begin, at - 5), Math.min(end, at + 6))
  }
}

const bucket = (count: number): number => (count < 4 ? count : 2 + Math.floor(Math.log2(count)))

function addShape(
  bag: Bag,
  tokens: readonly Token[],
  entries: readonly Entry[],
  marks: Uint16Array,
  sentences: readonly Sentence[],
): void {
  const put = (what: number, value: number) => bag.add(mix(SORT.shape + what * 100, value), 0, 0)
  let [loud, signs, you, me, questions, quotes, codes, links, emoji, dressed] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  let kinds = 0
  for (let at = 0; at < tokens.length; at++) {
    const { kind, word } = tokens[at]!
    if (marks[at]! & MARK.loud) loud++
    if (marks[at]! & quoted) quotes++
    if (marks[at]! & code) codes++
    if (marks[at]! & MARK.dressed) dressed++
    if (kind === 'sign' && word[0] === '!') signs += word.length
    if (kind === 'sign' && word[0] === '?') questions++
    if (kind === 'link') links++
    if (kind === 'emoji') emoji++
    const { person, kinds: own } = entries[at]!
    if (person === 2) you++
    else if (person === 1) me++
    kinds |= own
  }
  const share = (count: number): number => Math.ceil((4 * count) / tokens.length)
  put(0, bucket(tokens.length))
  put(1, share(loud))
  put(2, Math.min(4, signs))
  put(3, Math.min(3, questions))
  put(4, share(quotes))
  put(5, share(codes))
  put(6, Math.min(2, links))
  put(7, Math.min(3, emoji))
  put(8, Math.min(3, you) * 4 + Math.min(3, me))
  put(9, bucket(sentences.length))
  put(10, Math.min(2, dressed))
  put(11, tokens[0]!.capital ? 1 : 0)
  put(12, sentences.at(-1)?.asks ? 1 : 0)
  put(13, you > 0 ? bucket(tokens.length) : 0)
  // Which kinds of words meet in one message, each pair once.
  for (let one = 0; one < KIND_COUNT; one++)
    if (kinds & (1 << one))
      for (let other = one + 1; other < KIND_COUNT; other++)
        if (kinds & (1 << other)) bag.add(mix(mix(SORT.kindPair + 100, one), other), 0, 0)
}

function addEdges(bag: Bag, entries: readonly Entry[], { begin, end }: Sentence, first: boolean): void {
  const one = entries[begin]!.hash
  bag.add(mix(SORT.start, one), begin, begin + 1)
  if (end - begin > 1) bag.add(mix(mix(SORT.start + 100, one), entries[begin + 1]!.hash), begin, begin + 2)
  if (first && end - begin > 1)
    bag.add(mix(mix(SORT.start + 200, one), entries[begin + 1]!.hash), begin, begin + 2)
  bag.add(mix(SORT.end, entries[end - 1]!.hash), end - 1, end)
}

/** Fills a bag with everything hashed about a message. */
export function fillBag(
  bag: Bag,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  marks: Uint16Array,
  identity: Uint8Array,
): void {
  bag.clear()
  if (tokens.length === 0) return
  const found = tokens.map(({ word }) => entries.get(word))
  for (const [index, sentence] of sentences.entries()) {
    addWords(bag, found, marks, sentence)
    addPersons(bag, tokens, found, sentence)
    addKinds(bag, found, marks, sentence)
    addIdentity(bag, found, marks, identity, sentence)
    addEdges(bag, found, sentence, index === 0)
  }
  addShape(bag, tokens, found, marks, sentences)
}
