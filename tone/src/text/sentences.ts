import type { Token } from './token.ts'

const ENDS = new Set(['.', '!', '!!', '?', '??', '?!', '…', '。', '！', '？', '؟', '।'])
const ASKS = new Set(['?', '??', '?!', '？', '؟'])

const OPENERS = new Set(['(', '[', '“', '„', '«', '-', '–', '—', '*', '•'])

/** A run of tokens, end exclusive. */
export interface Sentence {
  begin: number
  end: number
  /** Ends in a question mark. */
  asks: boolean
}

/** What a sentence can begin with; other signs and faces after an end belong to what they close: He left.) :( */
const opens = ({ kind, word }: Token): boolean =>
  kind === 'word' || kind === 'number' || kind === 'mention' || kind === 'link' || OPENERS.has(word)

/** Where sentences begin and end: at closing signs and at line ends. */
export function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = []
  let [begin, ended, asks] = [0, false, false]
  const close = (end: number) => {
    if (end > begin) sentences.push({ begin, end, asks })
    begin = end
    ended = false
    asks = false
  }
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    if (token.line || (ended && opens(token))) close(at)
    if (token.kind !== 'sign' || !ENDS.has(token.word)) continue
    ended = true
    asks ||= ASKS.has(token.word)
  }
  close(tokens.length)
  return sentences
}
