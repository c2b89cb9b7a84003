import { z } from 'zod'
import {
  type AppContext,
  fieldErrors,
  KindlingError,
  permitted,
  readForm,
  type Typed,
} from '../../foundation/index.ts'
import { emailField, invite } from '../../members/index.ts'
import { adminPolicy } from '../policy.ts'
import { accountOf, showSafety } from './safety-page.tsx'
import { sendTestLetter, takeLetterCode } from './test-letter.ts'

/** Runs work; a refusal comes back beside its field. */
async function orRefused(c: AppContext, typed: Typed, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof KindlingError) || ![409, 422, 429].includes(error.status)) throw error
    return showSafety(c, typed, fieldErrors(error, c.var.t))
  }
}

/** Sends the test letter. */
export async function takeLetter(c: AppContext): Promise<Response> {
  const viewer = permitted(c, adminPolicy.keepSafe)
  const { house, community, t } = c.var
  const account = await accountOf(c, viewer)
  return orRefused(c, {}, async () => {
    await sendTestLetter({ house, community, t }, account.email)
    return c.redirect('/admin/safety?done=letter', 303)
  })
}

const digits = z.object({ code: z.string().default('') })

/** Takes the digits back. */
export async function takeDigits(c: AppContext): Promise<Response> {
  const viewer = permitted(c, adminPolicy.keepSafe)
  const result = await readForm(c, digits)
  if (!result.ok) return showSafety(c, result.typed, result.errors)
  const account = await accountOf(c, viewer)
  return orRefused(c, result.typed, async () => {
    const { house, community } = c.var
    await takeLetterCode(house, community, result.value.code, account)
    return c.redirect('/admin/safety?done=digits', 303)
  })
}

/** Invites a second administrator. */
export async function takeSecond(c: AppContext): Promise<Response> {
  const viewer = permitted(c, adminPolicy.keepSafe)
  const { house, community, t } = c.var
  const result = await readForm(c, z.object({ email: emailField(t) }))
  if (!result.ok) return showSafety(c, result.typed, result.errors)
  return orRefused(c, result.typed, async () => {
    await invite(
      { house, community, viewer, t },
      { whom: result.value.email, line: '', role: 'administrator' },
    )
    return c.redirect('/admin/safety?done=second', 303)
  })
}
