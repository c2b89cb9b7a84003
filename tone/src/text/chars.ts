/** What a UTF-16 unit is to the tokeniser. */
export const SPACE = 1
export const LETTER = 2
export const DIGIT = 3
export const MARK = 4
export const SIGN = 5
export const EMOJI = 6
export const NEWLINE = 7
/** Scripts without spaces between words: each character stands for itself. */
export const SINGLE = 8

const known = new Uint8Array(65536)

function look(code: number): number {
  const character = String.fromCharCode(code)
  if (/[\n\r\u2028\u2029]/.test(character)) return NEWLINE
  if (/\s/.test(character)) return SPACE
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) return SINGLE
  if (/\p{L}/u.test(character)) return LETTER
  if (/\p{N}/u.test(character)) return DIGIT
  if (/\p{M}/u.test(character)) return MARK
  if (code > 127 && /\p{Extended_Pictographic}/u.test(character) && !/[©®‼⁉™]/.test(character)) return EMOJI
  return SIGN
}

function lookAstral(code: number): number {
  const character = String.fromCodePoint(code)
  if (code >= 0x1f1e6 && code <= 0x1faff) return EMOJI
  if (/\p{Script=Han}/u.test(character)) return SINGLE
  if (/\p{L}/u.test(character)) return LETTER
  if (/\p{N}/u.test(character)) return DIGIT
  return /\p{M}/u.test(character) ? MARK : SIGN
}

/** The class of what begins at an index; lone surrogates are signs. */
export function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if ((code & 0xf800) === 0xd800) {
    const whole = text.codePointAt(at)!
    return whole > 0xffff ? lookAstral(whole) : SIGN
  }
  const found = known[code]!
  if (found !== 0) return found
  const fresh = look(code)
  known[code] = fresh
  return fresh
}

/** How many units the character at an index takes: 2 for a surrogate pair, else 1. */
export function widthAt(text: string, at: number): number {
  if ((text.charCodeAt(at) & 0xfc00) !== 0xd800) return 1
  return (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 2 : 1
}
