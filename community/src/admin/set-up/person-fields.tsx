import { z } from 'zod'
import {
  type AppContext,
  Field,
  type FieldErrors,
  type PageContext,
  type Translator,
  type Typed,
} from '../../foundation/index.ts'
import { accountsOf, emailField, nameField, setCookies, visitOf } from '../../members/index.ts'
import { setUpWords as w } from './words.ts'

/** What somebody types who becomes administrator: at set-up, or with a code from the printed sheet. */
export const personForm = (t: Translator) =>
  z.object({ name: nameField(t), email: emailField(t), password: z.string().default('') })

/** The fields of `personForm`. A password never comes back. */
export function PersonFields({
  page,
  typed,
  errors,
}: {
  page: PageContext
  typed: Typed
  errors: FieldErrors | undefined
}) {
  const { t } = page
  return (
    <>
      <Field
        name="name"
        label={t(w.yourName)}
        hint={t(w.yourNameHint)}
        typed={typed}
        errors={errors}
        maxlength={60}
        autocomplete="nickname"
        required
      />
      <Field
        name="email"
        type="email"
        label={t(w.email)}
        hint={t(w.emailHint)}
        typed={typed}
        errors={errors}
        autocomplete="username"
        required
      />
      <Field
        name="password"
        type="password"
        label={t(w.password)}
        hint={t(w.passwordHint)}
        errors={errors}
        autocomplete="new-password"
        required
      />
    </>
  )
}

/** Signs in whom an account has just been made for. */
export async function letIn(c: AppContext, accountId: string): Promise<void> {
  const { cookies } = await accountsOf(c.var.house).letIn(visitOf(c, undefined), accountId)
  setCookies(c, cookies)
}
