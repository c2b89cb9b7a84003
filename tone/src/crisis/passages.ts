import type { Features } from '../quick/features.ts'
import { MARK } from '../quick/marks.ts'

/** From so many words on a message is read in passages as well: what matters often stands in the middle, in half a sentence. */
const LONG = 40
/** Sentences of a passage. */
const SENTENCES = 2

/** Stretches of a long text, two sentences each, in its own units; none of a short one, and none that quotes. */
export function passagesOf({ tokens, sentences, marks }: Features): { begin: number; end: number }[] {
  if (tokens.length < LONG) return []
  const found: { begin: number; end: number }[] = []
  for (let at = 0; at + SENTENCES <= sentences.length; at++) {
    const [from, until] = [sentences[at]!.begin, sentences[at + SENTENCES - 1]!.end]
    let quotes = 0
    for (let token = from; token < until; token++) quotes |= marks[token]! & (MARK.quoted | MARK.code)
    if (!quotes) found.push({ begin: tokens[from]!.begin, end: tokens[until - 1]!.end })
  }
  return found
}
