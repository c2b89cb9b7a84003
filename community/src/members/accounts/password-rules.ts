import { BASES, COMMON, ROWS } from './common-passwords.ts'

export const PASSWORD_LENGTH = 12
/** Long enough for any sentence; beyond it hashing would only cost. */
export const PASSWORD_MOST = 256

export type PasswordProblem = 'short' | 'long' | 'common' | 'repeats' | 'row' | 'about-you'

const LEET: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** True when nothing is left of a word once common words are taken out of it. */
function madeOf(word: string, parts: readonly string[]): boolean {
  const reach = new Set([0])
  for (let at = 0; at < word.length; at++)
    if (reach.has(at)) for (const part of parts) if (word.startsWith(part, at)) reach.add(at + part.length)
  return word.length > 0 && reach.has(word.length)
}

function isCommon(plain: string): boolean {
  const bare = plain.replace(/[^\p{L}]+$/u, '')
  const readings = [
    plain,
    ...[plain, bare].map((text) => text.replace(/[013457@$!]/g, (sign) => LEET[sign]!)),
  ]
  return readings.some((reading) => {
    const letters = reading.replace(/[^\p{L}]/gu, '')
    return COMMON.has(reading) || (letters.length >= 3 && COMMON.has(letters)) || madeOf(letters, BASES)
  })
}

/** "aaaaaaaaaaaa", "abcabcabcabc", "121212121212". */
function isRepeated(plain: string): boolean {
  if (new Set(plain).size < 5) return true
  for (let length = 1; length <= plain.length / 2; length++)
    if (
      plain.startsWith(
        plain
          .slice(0, length)
          .repeat(Math.ceil(plain.length / length))
          .slice(0, plain.length),
      )
    )
      return true
  return false
}

/** Pieces of the password that follow a keyboard row or the alphabet, forwards or backwards, make up most of it. */
function isRow(plain: string): boolean {
  const rows = ROWS.flatMap((row) => [row, [...row].reverse().join('')])
  let follows = 0
  for (let at = 0; at + 4 <= plain.length; ) {
    let length = 0
    for (const row of rows) {
      let here = 4
      while (at + here <= plain.length && row.includes(plain.slice(at, at + here))) here++
      if (here > 4) length = Math.max(length, here - 1)
    }
    follows += length
    at += Math.max(1, length)
  }
  return plain.length - follows < 4
}

function isAboutYou(plain: string, about: readonly string[]): boolean {
  const parts = about
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .map((text) => text.toLowerCase())
    .filter((text) => text.length >= 3)
    .sort((a, b) => b.length - a.length)
  let rest = plain
  for (const part of parts) rest = rest.replaceAll(part, '')
  return rest.length < plain.length && rest.length < 6
}

/**
 * Why a password cannot be used, or undefined when it can. Length does the work; the rest refuses what
 * would be tried first.
 * @param about name, e-mail address and community, which whoever guesses knows too
 */
export function passwordProblem(password: string, about: readonly string[]): PasswordProblem | undefined {
  const plain = password.normalize('NFKC').toLowerCase()
  const length = [...password.normalize('NFC')].length
  if (length < PASSWORD_LENGTH) return 'short'
  if (length > PASSWORD_MOST) return 'long'
  if (isRepeated(plain)) return 'repeats'
  if (isRow(plain)) return 'row'
  if (isCommon(plain)) return 'common'
  if (isAboutYou(plain, about)) return 'about-you'
  return undefined
}
