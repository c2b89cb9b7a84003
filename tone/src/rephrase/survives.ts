import { ofEach, type Seen } from './seen.ts'
import { isRude } from './words.ts'

/** Capitals at the beginning that are no names: "Wow, …". */
export const CALLS =
  /^(?:wow|well|honestly|god|look|listen|seriously|sorry|lol|yes|no|oh|ok|okay|hey|hi|hello|right|so|and|but|actually|clearly|congrats|congratulations|bravo|great|nice|yeah|man|sure|yep|nope|ugh|aw+|thanks|lovely|please|again|first|also|then|now|today|enough|typical|ah|er|um|dude|mate|bro|yawn|just|useless|same|fine|cool|jesus|christ|miss|sir|madam|really|obviously|of|in|nobody|noone|everyone|everybody|someone|somebody|anyone|anybody|everything|nothing|this|that|these|those|it|he|she|they|we|you|who|what|why|how|where|when|there|here|all|your|his|their|our|my|one|none|both|people|men|women|because|if|did|do|can|could|would|have|are|were)$/

/** Called upon anywhere, and no name in a complaint. */
const CRIES = /^(?:god|jesus|christ|lord)$/

/** What follows a name at a beginning. */
const BESIDE_NAMES = /^(?:,|'s|is|was|has|does|did|will|always|never|said|says|you|and)$/

/** Who or what is named: a capital within a sentence, or a name that is called at its beginning. */
function namesOf({ text, tokens, sentences, covered }: Seen): string[] {
  const starts = new Set(sentences.map(({ begin }) => begin))
  const names: string[] = []
  tokens.forEach(({ begin, end, kind, word, capital, loud }, at) => {
    if (
      kind !== 'word' ||
      !capital ||
      loud ||
      end - begin < 2 ||
      word === 'i' ||
      isRude(word) ||
      CRIES.test(word)
    )
      return
    if (covered.some((one) => begin >= one.begin && end <= one.end)) return
    const before = tokens[at - 1]?.word ?? ''
    const called = BESIDE_NAMES.test(tokens[at + 1]?.word ?? '') && !CALLS.test(word)
    if ((starts.has(begin) || /^["“'‘(:…*-]$/.test(before)) && !called) return
    names.push(text.slice(begin, end))
  })
  return names
}

/** How often a piece stands in a text as a whole: "7" does not stand in "17". */
function times(text: string, piece: string): number {
  const edge = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
  let found = 0
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + piece.length)) {
    const inWord =
      (edge(piece[0]) && edge(text[at - 1])) || (edge(piece.at(-1)) && edge(text[at + piece.length]))
    if (!inWord) found++
  }
  return found
}

/** What a message must not lose: links, names, numbers, code and quotations, each as it stands, and how often. */
export const keepsakes = ofEach((seen) => {
  const { text, tokens, covered } = seen
  const numbers = tokens.filter(({ kind }) => kind === 'number')
  const pieces = [...covered, ...numbers].map(({ begin, end }) => text.slice(begin, end))
  return new Map([...pieces, ...namesOf(seen)].map((piece) => [piece, times(text, piece)]))
})

/** Whether everything that must be kept stands in a rewriting as often as before. */
export const survives = (before: Seen, after: Seen): boolean =>
  [...keepsakes(before)].every(([piece, often]) => times(after.text, piece) >= often)
