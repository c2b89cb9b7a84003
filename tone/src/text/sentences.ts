import type { Token } from './tokens.ts'

const ENDS = new Set(['.', '!', '!!', '?', '??', '?!', '…', '。', '！', '？', '؟', '।'])
const ASKS = new Set(['?', '??', '?!', '？', '؟'])

/** A run of tokens, end exclusive. */
export interface Sentence {
  begin: number
  end: number
  /** Ends in a question mark. */
  asks: boolean
}

/** Where sentences begin and end: at closing signs and at line ends. */
export function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = []
  let begin = 0
  const close = (end: number) => {
    if (end === begin) return
    let last = end - 1
    while (last > begin && !ENDS.has(tokens[last]!.word) && tokens[last]!.kind !== 'word') last--
    sentences.push({ begin, end, asks: ASKS.has(tokens[last]!.word) })
    begin = end
  }
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]!.line) close(at)
    const ends = tokens[at]!.kind === 'sign' && ENDS.has(tokens[at]!.word)
    // Signs and faces after the end belong to what they close: He left.) :(
    if (
      ends &&
      (at + 1 === tokens.length || tokens[at + 1]!.kind === 'word' || tokens[at + 1]!.kind === 'mention')
    )
      close(at + 1)
  }
  close(tokens.length)
  return sentences
}
