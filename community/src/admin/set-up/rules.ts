import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** The pages that need the printed link, in order. What follows is done by the administrator. */
export const steps = ['place', 'words', 'you'] as const
export type Step = (typeof steps)[number]

export interface Progress {
  named: boolean
  hasGuidelines: boolean
}

/** Where to go on: the first page that is not done. */
export function nextStep(progress: Progress): Step {
  if (!progress.named) return 'place'
  return progress.hasGuidelines ? 'you' : 'words'
}

/** Keys and claims: 24 random bytes. */
export function newKey(): string {
  return randomBytes(24).toString('base64url')
}

export function hashKey(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

/** Whether a key is one of those whose hashes are kept. */
export function isOneOf(key: string, hashes: readonly Buffer[]): boolean {
  const hash = hashKey(key)
  return hashes.some((one) => one.length === hash.length && timingSafeEqual(one, hash))
}

/** Six digits to type back from the test letter. */
export function newLetterCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0')
}

/** Tries before a new letter is needed: six digits are not to be guessed. */
export const LETTER_TRIES = 8

// Without letters and digits that look alike on paper.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code for the printed sheet: four groups of five, about 98 bits. */
export function newRecoveryCode(): string {
  const letters = Array.from({ length: 20 }, () => ALPHABET[randomInt(ALPHABET.length)]!).join('')
  return letters.replace(/(.{5})(?=.)/g, '$1-')
}

/** A code as it was typed from paper: spaces, case and dashes do not matter. */
export function tidyRecoveryCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
}

export const RECOVERY_CODES = 2
