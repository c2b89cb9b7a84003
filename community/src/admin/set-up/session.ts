import { getCookie, setCookie } from 'hono/cookie'
import type { AppContext } from '../../foundation/index.ts'
import { holdsClaim, notYours } from './open-link.ts'
import { hasAdministrator, readSetUp, type SetUp } from './store.ts'

const COOKIE = 'kindling-set-up'

/** What this browser holds. */
export function heldClaim(c: AppContext): string | undefined {
  return getCookie(c, COOKIE)
}

/** Lets this browser go on with the set-up. */
export function keepClaim(c: AppContext, claim: string): void {
  const secure = c.var.house.config.url.startsWith('https:')
  setCookie(c, COOKIE, claim, {
    path: '/set-up',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    maxAge: 30 * 86_400,
  })
}

/**
 * The set-up this browser goes on with.
 * @throws KindlingError `set_up_elsewhere`
 */
export async function mySetUp(c: AppContext): Promise<SetUp> {
  const { db } = c.var.house
  const setUp = await readSetUp(db, c.var.community.id)
  if (!setUp || !holdsClaim(setUp, heldClaim(c)) || (await hasAdministrator(db, c.var.community.id)))
    throw notYours()
  return setUp
}
