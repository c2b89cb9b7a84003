import { KindlingError } from '../../foundation/index.ts'
import { confirmAddress } from './adopt-address.ts'
import type { Kit } from './kit.ts'
import { sendAccountLetter } from './letters.ts'
import { askToConfirm } from './sign-up.ts'
import type { Visit } from './site.ts'
import { accountByEmail, accountById } from './store.ts'
import { takeTicket } from './tickets.ts'
import { accountErrors } from './words.ts'

/**
 * The letter was opened: the address is theirs. An address given up for it is told.
 * @returns undefined when the link was used, is too old, or another address was given meanwhile
 * @throws KindlingError `address_taken`
 */
export async function openConfirmation(
  kit: Kit,
  visit: Visit,
  token: string,
): Promise<{ accountId: string } | undefined> {
  const now = kit.clock.now()
  const done = await kit.db.transaction().execute(async (trx) => {
    const ticket = await takeTicket(trx, 'confirm', token, now)
    const account = ticket && (await accountById(trx, ticket.accountId))
    if (!account || account.unconfirmedEmail !== ticket.email) return undefined
    await confirmAddress(trx, account.id, ticket.email, now)
    return account
  })
  if (!done) return undefined
  if (done.email) await sendAccountLetter(kit, visit, done.email, { kind: 'address-changed' })
  return { accountId: done.id }
}

/** Keeps a new address until its letter is opened; the old one stays in use. What the page says does not depend on whether it is free. */
export async function changeAddress(kit: Kit, visit: Visit, accountId: string, email: string): Promise<void> {
  const account = await accountById(kit.db, accountId)
  if (!account)
    throw new KindlingError('account_gone', accountErrors.accountGone, {
      status: 401,
    })
  if (account.email === email) return
  await kit.db
    .updateTable('accounts')
    .set({ unconfirmed_email: email, updated_at: kit.clock.now() })
    .where('id', '=', accountId)
    .execute()
  if (await accountByEmail(kit.db, email)) await sendAccountLetter(kit, visit, email, { kind: 'taken' })
  else await askToConfirm(kit, visit, accountId, email)
}
