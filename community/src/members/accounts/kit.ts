import type { Config } from '../../config/index.ts'
import type { Clock, Db, Log, Mail } from '../../foundation/index.ts'
import { type Auth, COOKIE, makeAuth } from './better-auth.ts'
import { makeSessionCookies, type SessionCookies } from './session-cookie.ts'

export interface AccountParts {
  db: Db
  config: Config
  /** Signs cookies; see keepSecret. */
  secret: string
  mail: Mail
  log: Log
  clock: Clock
}

/** What the use cases of this folder share. */
export interface Kit extends AccountParts {
  cookies: SessionCookies
  /** The library for one address people see; each has its own passkeys and cookies. */
  auth(origin: string): Auth
  /** The same with single sign-on, once the other place has been asked how. Undefined while it cannot be reached. */
  authWithOidc(origin: string): Promise<Auth | undefined>
}

/** More addresses than this are somebody playing with host names. */
const MOST_ADDRESSES = 200

export function makeKit(parts: AccountParts): Kit {
  const { db, config, secret, log } = parts
  const plain = new Map<string, Auth>()
  const withOidc = new Map<string, Auth>()
  const remember = (kept: Map<string, Auth>, origin: string, oidc = false): Auth => {
    if (kept.size > MOST_ADDRESSES) kept.clear()
    const auth =
      kept.get(origin) ?? makeAuth({ db, secret, log, origin, oidc: oidc ? config.oidc : undefined })
    kept.set(origin, auth)
    return auth
  }
  return {
    ...parts,
    cookies: makeSessionCookies(COOKIE, secret, config.url.startsWith('https:')),
    auth: (origin) => remember(plain, origin),
    async authWithOidc(origin) {
      const auth = remember(withOidc, origin, true)
      if ((await auth.$context).socialProviders.length > 0) return auth
      // It was not there when asked; the next try asks again.
      withOidc.delete(origin)
      return undefined
    },
  }
}
