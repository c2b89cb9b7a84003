import { hashPassword } from 'better-auth/crypto'
import { adoptAddress } from './adopt-address.ts'
import type { Kit } from './kit.ts'
import { type LetIn, letIn } from './let-in.ts'
import { sendAccountLetter } from './letters.ts'
import type { Visit } from './site.ts'
import { accountByEmail, mailAddressOf, newestClaim, setPasswordHash } from './store.ts'
import { makeTicket, takeTicket } from './tickets.ts'

/** Sends a letter in any case: with a link to choose a new password, or saying that nobody uses this address. */
export async function sendResetLink(kit: Kit, visit: Visit, email: string): Promise<void> {
  const known = (await accountByEmail(kit.db, email)) ?? (await newestClaim(kit.db, email))
  const token = await makeTicket(kit.db, 'reset', { email }, kit.clock.now())
  const url = `${visit.origin}/sign-in/reset?token=${token}`
  await sendAccountLetter(kit, visit, email, known ? { kind: 'reset', url } : { kind: 'unknown' })
}

/**
 * Sets the password of whoever opened the letter, and signs them in; every other device is signed out.
 * @returns undefined when the link was used, is too old, or was never ours
 */
export async function resetPassword(
  kit: Kit,
  visit: Visit,
  token: string,
  password: string,
): Promise<LetIn | undefined> {
  const now = kit.clock.now()
  const passwordHash = await hashPassword(password)
  const done = await kit.db.transaction().execute(async (trx) => {
    const ticket = await takeTicket(trx, 'reset', token, now)
    if (!ticket) return undefined
    const confirmed = await accountByEmail(trx, ticket.email)
    const account = confirmed ?? (await newestClaim(trx, ticket.email))
    if (!account) return undefined
    if (!confirmed) await adoptAddress(trx, account, ticket.email, now)
    await setPasswordHash(trx, account.id, passwordHash, now)
    await trx.deleteFrom('sessions').where('account_id', '=', account.id).execute()
    return { accountId: account.id, email: ticket.email }
  })
  if (!done) return undefined
  await sendAccountLetter(kit, visit, done.email, { kind: 'password-changed' })
  return letIn(kit, visit, done.accountId)
}

/** Sets or replaces the password of somebody who is signed in; their other devices are signed out. */
export async function changePassword(
  kit: Kit,
  visit: Visit,
  accountId: string,
  password: string,
): Promise<void> {
  const passwordHash = await hashPassword(password)
  await kit.db.transaction().execute(async (trx) => {
    await setPasswordHash(trx, accountId, passwordHash, kit.clock.now())
    await trx
      .deleteFrom('sessions')
      .where('account_id', '=', accountId)
      .where('token', '!=', visit.sessionToken ?? '')
      .execute()
  })
  const email = await mailAddressOf(kit.db, accountId)
  if (email) await sendAccountLetter(kit, visit, email, { kind: 'password-changed' })
}
