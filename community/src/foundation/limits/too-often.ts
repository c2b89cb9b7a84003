import { KindlingError } from '../errors/kindling-error.ts'
import type { Translator } from '../i18n/translator.ts'
import { words } from '../i18n/words.ts'

export const limitWords = words('limits', {
  soon: 'That was a lot at once. Try again in a minute.',
  minutes: {
    one: 'That was a lot at once. Try again in {count} minute.',
    other: 'That was a lot at once. Try again in {count} minutes.',
  },
  hours: {
    one: 'That was a lot at once. Try again in {count} hour.',
    other: 'That was a lot at once. Try again in {count} hours.',
  },
})

/** What to say to somebody who has to wait. */
export function waitSentence(t: Translator, seconds: number): string {
  if (seconds <= 60) return t(limitWords.soon)
  if (seconds <= 5400) return t(limitWords.minutes, { count: Math.ceil(seconds / 60) })
  return t(limitWords.hours, { count: Math.ceil(seconds / 3600) })
}

/** Thrown where a limit was reached and no form is there to say so. */
export function tooOften(t: Translator, retryAfterSeconds: number): KindlingError {
  return new KindlingError('too_often', waitSentence(t, retryAfterSeconds), {
    status: 429,
    details: { retryAfterSeconds },
  })
}
