import { KindlingError } from '../errors/kindling-error.ts'
import type { Translator } from '../i18n/translator.ts'
import { type Phrase, words } from '../i18n/words.ts'

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

interface Wait {
  says: Phrase
  values: { count: number }
}

function waiting(seconds: number): Wait {
  const minutes = Math.ceil(seconds / 60)
  if (minutes <= 1) return { says: limitWords.soon, values: { count: minutes } }
  if (seconds <= 5400) return { says: limitWords.minutes, values: { count: minutes } }
  return { says: limitWords.hours, values: { count: Math.ceil(seconds / 3600) } }
}

/** What to say to somebody who has to wait. */
export function waitSentence(t: Translator, seconds: number): string {
  const { says, values } = waiting(seconds)
  return t(says, values)
}

/**
 * Thrown where a limit was reached.
 * @param own what a form says of its own limit; `{count}` in it is a number of minutes
 */
export function tooOften(retryAfterSeconds: number, own?: { code: string; says: Phrase }): KindlingError {
  const { says, values } = waiting(retryAfterSeconds)
  return new KindlingError(own?.code ?? 'too_often', own?.says ?? says, {
    status: 429,
    values: own ? { count: Math.max(1, Math.ceil(retryAfterSeconds / 60)) } : values,
    details: { retryAfterSeconds },
  })
}
