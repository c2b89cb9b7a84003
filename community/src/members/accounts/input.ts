import { z } from 'zod'
import type { Phrase, Translator } from '../../foundation/index.ts'
import { NAME_LENGTH, tidyName } from '../rules.ts'
import { type PasswordProblem, passwordProblem } from './password-rules.ts'
import { fieldWords, joinWords } from './words.ts'

/** An address as it is kept: lower case, nothing around it. */
export function emailField(t: Translator) {
  const message = t(fieldWords.emailWrong)
  return z
    .string({ message })
    .transform((typed) => typed.trim().toLowerCase())
    .pipe(z.email({ message }).max(254, { message }))
}

export function nameField(t: Translator) {
  return z
    .string({ message: t(joinWords.nameMissing) })
    .transform(tidyName)
    .pipe(
      z
        .string()
        .min(1, { message: t(joinWords.nameMissing) })
        .max(NAME_LENGTH, { message: t(joinWords.nameLong, { count: NAME_LENGTH }) }),
    )
}

const problems: Record<PasswordProblem, Phrase> = {
  short: fieldWords.passwordShort,
  long: fieldWords.passwordLong,
  common: fieldWords.passwordCommon,
  repeats: fieldWords.passwordRepeats,
  row: fieldWords.passwordRow,
  'about-you': fieldWords.passwordAboutYou,
}

/** What to say about a password that cannot be used. */
export function passwordSentence(
  t: Translator,
  password: string,
  about: readonly (string | undefined)[],
): string | undefined {
  const problem = passwordProblem(
    password,
    about.filter((one) => one !== undefined),
  )
  return problem && t(problems[problem])
}
