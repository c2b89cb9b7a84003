import type { Sentence } from '../text/sentences.ts'

/** A run of pieces, end exclusive. */
export interface Run {
  begin: number
  end: number
}

/**
 * Cuts pieces into windows of at most `room`, each overlapping the one before by about a quarter: what begins at the
 * end of one is read in the next with what came before it. Cuts stand between sentences where one ends near, else
 * between words. `tokens` tells the token of each piece.
 */
export function windowsOf(tokens: Uint16Array, sentences: readonly Sentence[], room: number): Run[] {
  const opening = new Set(sentences.map(({ begin }) => begin))
  const opensWord = (at: number): boolean => tokens[at] !== tokens[at - 1]
  const opensSentence = (at: number): boolean => opensWord(at) && opening.has(tokens[at]!)
  const lastBefore = (at: number, least: number): number => {
    for (const opens of [opensSentence, opensWord])
      for (let place = at; place > least; place--) if (opens(place)) return place
    return at
  }
  const runs: Run[] = []
  let begin = 0
  while (tokens.length - begin > room) {
    const end = lastBefore(begin + room, begin + (room >> 1))
    runs.push({ begin, end })
    begin = lastBefore(end - (room >> 2), Math.max(begin, end - (room >> 1)))
  }
  runs.push({ begin, end: tokens.length })
  return runs
}
