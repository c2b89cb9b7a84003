import { KindlingError } from '../../foundation/index.ts'
import type { Kit } from './kit.ts'
import { orRefused } from './refused.ts'
import type { Visit } from './site.ts'
import { accountById } from './store.ts'
import { accountErrors } from './words.ts'

/** What a browser is asked, as WebAuthn JSON, and the cookie that remembers the question. */
export interface Question {
  options: unknown
  cookies: string[]
}

export interface PasskeyView {
  id: string
  name: string
  addedAt: Date | undefined
}

const expired = () =>
  new KindlingError('passkey_question_gone', accountErrors.passkeyQuestionGone, {
    status: 422,
  })

export async function askForNewPasskey(kit: Kit, visit: Visit, accountId: string): Promise<Question> {
  const account = await accountById(kit.db, accountId)
  const name = account?.email ?? account?.unconfirmedEmail ?? visit.community.name
  const result = await orRefused(
    kit.auth(visit.origin).api.generatePasskeyRegistrationOptions({
      query: { name },
      headers: visit.headers,
      returnHeaders: true,
    }),
  )
  if (!result.value) throw new KindlingError('sign_in_again', accountErrors.signInAgain, { status: 403 })
  return { options: result.value.response, cookies: result.value.headers.getSetCookie() }
}

/** @throws KindlingError `passkey_refused`, `passkey_question_gone` */
export async function addPasskey(
  kit: Kit,
  visit: Visit,
  answer: object,
  name: string,
): Promise<{ cookies: string[] }> {
  const result = await orRefused(
    kit.auth(visit.origin).api.verifyPasskeyRegistration({
      body: { response: answer as never, name },
      headers: visit.headers,
      returnHeaders: true,
    }),
  ).catch(() => ({ refused: 'BROKEN', value: undefined }))
  if (result.value) return { cookies: result.value.headers.getSetCookie() }
  if (result.refused === 'CHALLENGE_NOT_FOUND') throw expired()
  throw new KindlingError('passkey_refused', accountErrors.passkeyRefused, { status: 422 })
}

export async function askForPasskey(kit: Kit, visit: Visit): Promise<Question> {
  const { response, headers } = await kit
    .auth(visit.origin)
    .api.generatePasskeyAuthenticationOptions({ headers: visit.headers, returnHeaders: true })
  return { options: response, cookies: headers.getSetCookie() }
}

/** @throws KindlingError `passkey_unknown`, `passkey_question_gone` */
export async function signInWithPasskey(
  kit: Kit,
  visit: Visit,
  answer: object,
): Promise<{ cookies: string[] }> {
  const result = await orRefused(
    kit.auth(visit.origin).api.verifyPasskeyAuthentication({
      body: { response: answer as never },
      headers: visit.headers,
      returnHeaders: true,
    }),
  )
  if (result.value) {
    if (visit.sessionToken)
      await kit.db.deleteFrom('sessions').where('token', '=', visit.sessionToken).execute()
    return { cookies: result.value.headers.getSetCookie() }
  }
  if (result.refused === 'CHALLENGE_NOT_FOUND') throw expired()
  throw new KindlingError('passkey_unknown', accountErrors.passkeyUnknown, { status: 422 })
}

export async function listPasskeys(kit: Kit, accountId: string): Promise<PasskeyView[]> {
  const rows = await kit.db
    .selectFrom('passkeys')
    .select(['id', 'name', 'created_at'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name ?? '', addedAt: row.created_at ?? undefined }))
}

export async function removePasskey(kit: Kit, accountId: string, id: string): Promise<void> {
  await kit.db.deleteFrom('passkeys').where('account_id', '=', accountId).where('id', '=', id).execute()
}
