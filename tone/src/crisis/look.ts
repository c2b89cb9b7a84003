import type { Features } from '../quick/features.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Token } from '../text/token.ts'
import { allSigns, type Family } from './all-signs.ts'
import { type Whose, whoseWords } from './whose.ts'

/** Words of danger: tokens, end exclusive, and the names that they go by. */
export interface Place {
  begin: number
  end: number
  family: Family
  own: boolean
  names: string[]
}

/** What is found in a message, or in a window of a long one. */
export interface Looked {
  /** Names of everything that was found, each once; what each weighs stands in the model. */
  found: Set<string>
  places: Place[]
}

/** A longer word says nothing that a phrase could know. */
const WORD_AT_MOST = 40

const written = ({ word }: Token): string => (word.length > WORD_AT_MOST ? '…' : word)

/** The words of a sentence with a space between, and where each begins. */
function join(tokens: readonly Token[], { begin, end }: Sentence): { joined: string; starts: number[] } {
  const starts: number[] = []
  let joined = ''
  for (let at = begin; at < end; at++) {
    if (at > begin) joined += ' '
    starts.push(joined.length)
    joined += written(tokens[at]!)
  }
  return { joined, starts }
}

/** How many words begin before a place. */
function wordsBefore(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! < place) low = middle + 1
    else high = middle
  }
  return low
}

const isOwn = (one: Whose): boolean => one === 'mine' || one === 'bare'

/** The signs of one sentence: those that stand around, and words of danger with whose they are. */
function lookAt(features: Features, sentence: Sentence): { around: Set<string>; places: Place[] } {
  const { joined, starts } = join(features.tokens, sentence)
  const around = new Set<string>()
  const places: Place[] = []
  for (const { name, scoped, pattern, family } of allSigns) {
    // Most sentences have none of it, and asking is cheaper than listing.
    if (joined.search(pattern) < 0) continue
    for (const { 0: words, index } of joined.matchAll(pattern)) {
      if (family === 'around') around.add(name)
      if (!scoped) break
      const begin = sentence.begin + wordsBefore(starts, index)
      const end = sentence.begin + wordsBefore(starts, index + words.length)
      const one = whoseWords(features, sentence, joined, begin, end)
      if (family === 'around') around.add(`${name}: ${one}`)
      else
        places.push({
          begin,
          end,
          family,
          own: isOwn(one),
          names: [name, `${name}: ${one}`, `${family}: ${one}`],
        })
    }
  }
  return { around, places }
}

/** How long a message is, and who is in it. */
function shapeOf(tokens: readonly Token[]): string[] {
  const { length } = tokens
  let [me, you] = [0, 0]
  for (const { word } of tokens) {
    if (/^(?:i|my|me|myself|ah|mi)$/.test(word)) me++
    else if (/^(?:you|your)$/.test(word)) you++
  }
  return [
    length < 9 ? 'a few words' : length < 40 ? 'a sentence or two' : 'many words',
    me === 0 ? 'no word of oneself' : me < 4 ? 'some words of oneself' : 'much of oneself',
    ...(you > 0 ? ['speaks to somebody'] : []),
  ]
}

/** How many different signs of danger are one's own, counted up to three. */
function countsOf(places: readonly Place[]): string[] {
  const own = new Set(places.filter((one) => one.own).map(({ names }) => names[0]))
  return ['one sign', 'two signs', 'three signs'].slice(0, own.size)
}

/** Looks for words of crisis and for what stands around them, sentence by sentence. */
export function look(features: Features): Looked {
  const found = new Set<string>()
  const places: Place[] = []
  if (features.tokens.length === 0) return { found, places }
  for (const sentence of features.sentences) {
    const seen = lookAt(features, sentence)
    for (const name of seen.around) found.add(name)
    for (const { names } of seen.places) for (const name of names) found.add(name)
    const families = new Set(seen.places.filter(({ own }) => own).map(({ family }) => family))
    for (const family of families) for (const name of seen.around) found.add(`${family} beside ${name}`)
    places.push(...seen.places)
  }
  for (const name of [...shapeOf(features.tokens), ...countsOf(places)]) found.add(name)
  return { found, places }
}
