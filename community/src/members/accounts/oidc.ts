import { OIDC } from './better-auth.ts'
import type { Kit } from './kit.ts'
import { withThen } from './local-path.ts'
import type { Visit } from './site.ts'

export type OidcProblem = 'unreachable' | 'not-linked' | 'refused'

/** Where to send the browser, and the cookie that will know it again. Undefined while the other place cannot be reached. */
export async function startOidc(
  kit: Kit,
  visit: Visit,
  then: string,
): Promise<{ url: string; cookies: string[] } | undefined> {
  const auth = await kit.authWithOidc(visit.origin)
  if (!auth) return undefined
  const { headers, response } = await auth.api.signInSocial({
    body: {
      provider: OIDC,
      callbackURL: `${visit.origin}${withThen('/auth/arrive', then)}`,
      errorCallbackURL: `${visit.origin}${withThen('/sign-in', then)}`,
      disableRedirect: true,
    },
    headers: visit.headers,
    returnHeaders: true,
  })
  return response.url ? { url: response.url, cookies: headers.getSetCookie() } : undefined
}

/** The browser comes back from the other place. */
export async function finishOidc(kit: Kit, visit: Visit, search: string): Promise<Response | undefined> {
  const auth = await kit.authWithOidc(visit.origin)
  if (!auth) return undefined
  return auth.handler(
    new Request(`${visit.origin}/auth/callback/${OIDC}${search}`, { headers: visit.headers }),
  )
}

/** The `error` in the address somebody comes back to. */
export function oidcProblem(error: string | undefined): OidcProblem | undefined {
  if (!error) return undefined
  if (error === 'unreachable') return 'unreachable'
  return error === 'account_not_linked' ? 'not-linked' : 'refused'
}
