export type Kind = 'word' | 'number' | 'emoji' | 'sign' | 'link' | 'mention' | 'code'

/** One piece of a message, in the original's UTF-16 units. */
export interface Token {
  begin: number
  end: number
  word: string
  kind: Kind
  /** Where it stands in the normalised text. */
  from: number
  to: number
  /** All letters capitals, at least two. */
  loud: boolean
  /** First letter a capital. */
  capital: boolean
  /** Stretched, spaced out or disguised. */
  dressed: boolean
  /** First of its line. */
  line: boolean
}

export const LINK = '\u0002link'
export const NUMBER = '\u0002number'
export const MENTION = '\u0002name'
export const CODED = '\u0002code'
export const FLAG = '\u0002flag'

/** The original's units that a run of tokens covers, end exclusive. */
export function originalSpan(
  tokens: readonly Token[],
  { begin, end }: { begin: number; end: number },
): { begin: number; end: number } {
  return { begin: tokens[begin]!.begin, end: tokens[end - 1]!.end }
}
