import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { Db } from '../../foundation/index.ts'
import { type AccountView, accountByEmail, newestClaim, passwordHashOf } from './store.ts'

let nobodys: Promise<string> | undefined

/** Compares with the hash of a password nobody has, where there is none: the answer takes as long. */
async function matches(db: Db, account: AccountView | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this password')
  const hash = account && (await passwordHashOf(db, account.id))
  const same = await verifyPassword({ hash: hash ?? (await nobodys), password })
  return same && hash !== undefined
}

/**
 * The account an address and a password belong to. A confirmed address comes first; without one, the
 * newest account made with it. Both are always tried, so that time tells nobody which there are.
 */
export async function accountByPassword(
  db: Db,
  email: string,
  password: string,
): Promise<AccountView | undefined> {
  const confirmed = await accountByEmail(db, email)
  const claim = await newestClaim(db, email)
  const [first, second] = await Promise.all([matches(db, confirmed, password), matches(db, claim, password)])
  return first ? confirmed : second ? claim : undefined
}
