import type { Kit } from './kit.ts'
import type { Visit } from './site.ts'

/** Who was found to be at the door, and what to put into the answer. */
export interface LetIn {
  accountId: string
  /** Set-Cookie headers. */
  cookies: string[]
  /** True: the cookies are for the second step, and nobody is signed in yet. */
  secondStep: boolean
}

/** Signs an account in, or asks for its second step. The session of before ends, so that it cannot linger. */
export async function letIn(kit: Kit, visit: Visit, accountId: string): Promise<LetIn> {
  const { headers, response } = await kit
    .auth(visit.origin)
    .api.signInAs({ body: { accountId }, headers: visit.headers, returnHeaders: true })
  const { twoFactorRedirect } = response as { twoFactorRedirect: boolean }
  if (visit.sessionToken)
    await kit.db.deleteFrom('sessions').where('token', '=', visit.sessionToken).execute()
  return { accountId, cookies: headers.getSetCookie(), secondStep: twoFactorRedirect }
}
