import { sentences } from '@kindling/tone'

/** What somebody wrote in a thread, as far as the rules ask. */
export interface SaidEntry {
  id: string
  isReply: boolean
  /** Markdown as written. */
  body: string
  /** BCP 47. */
  language: string
  at: Date
  /** It answers the other of the two. */
  answersOther: boolean
}

/** One sentence, exactly as it was written but for Markdown's marks, and where it stands. */
export interface Sentence {
  words: string
  entry: SaidEntry
}

/** Shorter is a shout, longer is no sentence any more; in UTF-16 units. */
const SHORTEST = 8
const LONGEST = 400

/** The own words of a text: without quotes, code, pictures and marks. Lines stay lines. */
function ownWords(body: string): string {
  return body
    .replace(/^\s*(```|~~~)[\s\S]*?(^\s*\1.*$|(?![\s\S]))/gm, '\n')
    .replace(/^\s*>.*$/gm, '\n')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s{0,3}(#{1,6}|[-*+]|\d+[.)])\s+/gm, '')
    .replace(/`[^`\n]*`/g, ' ')
    .replace(/(\*\*|__|~~)/g, '')
    .replace(/(^|[^\w*])([*_])(\S[^*_\n]*)\2(?!\w)/g, '$1$3')
}

/** The sentences of an entry that can stand by themselves, in order. */
export function sentencesOf(entry: SaidEntry): Sentence[] {
  const text = ownWords(entry.body)
  return sentences(text)
    .map(({ begin, end }) => text.slice(begin, end).replace(/\s+/g, ' ').trim())
    .filter(({ length }) => length >= SHORTEST && length <= LONGEST)
    .map((words) => ({ words, entry }))
}

export const isQuestion = ({ words }: Sentence): boolean => /[?？؟]["”’)\s]*$/.test(words)
