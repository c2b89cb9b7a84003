import { isFirst, isSecond } from '../text/persons.ts'
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

/** What is known of a word wherever it stands. Reused: people write the same words again and again. */
interface Entry {
  hash: number
  kinds: number
  /** Hashes of its 2 to 5 letters long pieces, borders included; none for common words and signs. */
  letters: Int32Array
}

const known = new Map<string, Entry>()
const KNOWN_AT_MOST = 8_192
const NO_LETTERS = new Int32Array(0)
const BORDER = 60

function lettersOf(word: string): Int32Array {
  const units = [BORDER]
  for (let at = 0; at < Math.min(word.length, LETTERS); at++) units.push(word.charCodeAt(at))
  units.push(BORDER)
  const found: number[] = []
  for (let begin = 0; begin < units.length; begin++) {
    let hash: number = SORT.letters
    for (let length = 1; length <= 5 && begin + length <= units.length; length++) {
      hash = Math.imul(hash ^ units[begin + length - 1]!, 16777619) ^ (hash >>> 15)
      if (length > 1) found.push(mix(SORT.letters + length * 1000, hash))
    }
  }
  return Int32Array.from(found)
}

function entryOf({ word, kind }: Token): Entry {
  const found = known.get(word)
  if (found) return found
  if (known.size >= KNOWN_AT_MOST) known.clear()
  const spelt = kind === 'word' && word.charCodeAt(0) > 2 && !commonWords.has(word)
  const entry = {
    hash: hashText(word),
    kinds: kindsOf(word),
    letters: spelt ? lettersOf(word) : NO_LETTERS,
  }
  known.set(word, entry)
  return entry
}

/** The hash under which the network sees a word. */
export const wordId = (token: Token): number => toId(entryOf(token).hash)

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
    const { kind, word } = tokens[after]!
    if (kind === 'word' && !commonWords.has(word)) bag.add(mix(sort, entries[after]!.hash), at, after + 1)
  }
}

function addPersons(
  bag: Bag,
  tokens: readonly Token[],
  entries: readonly Entry[],
  { begin, end }: Sentence,
): void {
  for (let at = begin; at < end; at++) {
    const { word } = tokens[at]!
    if (isFirst(word)) addAfter(bag, tokens, entries, at, end, SORT.ofMe)
    else if (isSecond(word)) {
      addAfter(bag, tokens, entries, at, end, SORT.toYou)
      for (let back = Math.max(begin, at - 3); back < at - 1; back++)
        if (tokens[back]!.kind === 'word' && !commonWords.has(tokens[back]!.word))
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
    if (isSecond(word)) you++
    if (isFirst(word)) me++
    kinds |= entries[at]!.kinds
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
  const entries = tokens.map(entryOf)
  for (const [index, sentence] of sentences.entries()) {
    addWords(bag, entries, marks, sentence)
    addPersons(bag, tokens, entries, sentence)
    addKinds(bag, entries, marks, sentence)
    addIdentity(bag, entries, marks, identity, sentence)
    addEdges(bag, entries, sentence, index === 0)
  }
  addShape(bag, tokens, entries, marks, sentences)
}
