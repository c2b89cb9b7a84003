import type { MiddlewareHandler } from 'hono'
import type { AppContext, AppEnv, Typed } from '../../foundation/index.ts'
import type { useInvitation } from '../invitations/use-invitation.ts'
import { readViewer } from '../read-viewer.ts'
import type { Accounts } from './accounts.ts'
import { type Visit, visitOf } from './site.ts'

/** What the pages of this folder are given. */
export interface Desk {
  accounts: Accounts
  useInvitation: typeof useInvitation
}

export function visitWith(c: AppContext, { accounts }: Desk): Visit {
  return visitOf(c, accounts.readSessionToken(c.req.header('cookie')))
}

export function setCookies(c: AppContext, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}

const SECRET_FIELDS = ['password', 'current', 'code']

/** What may go back into a refused form: never a password or a code. */
export function withoutSecrets(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !SECRET_FIELDS.includes(name)))
}

/** Finds out who is looking, for every page: the cookie's signature, then one prepared query. */
export function signedIn(accounts: Accounts): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const token = accounts.readSessionToken(c.req.header('cookie'))
    if (!token) return next()
    const viewer = await readViewer(c.var.house, c.var.community.id, token)
    c.set('viewer', viewer)
    const cookie = viewer.sessionId && (await accounts.staySignedIn(viewer.sessionId, token))
    await next()
    // Pages that sign in or out set the cookie themselves.
    if (cookie && !c.res.headers.has('set-cookie')) c.header('set-cookie', cookie, { append: true })
  }
}
