import { type DbOrTrx, KindlingError } from '../../foundation/index.ts'
import type { AccountView } from './store.ts'
import { accountErrors } from './words.ts'

/**
 * Somebody has shown that they read mail at an address. The account that was made with it is theirs
 * now, and theirs alone: whatever else opened it before (somebody may have typed an address that is
 * not their own) no longer does.
 */
export async function adoptAddress(
  trx: DbOrTrx,
  account: AccountView,
  email: string,
  now: Date,
): Promise<void> {
  await trx.deleteFrom('sign_in_methods').where('account_id', '=', account.id).execute()
  await trx.deleteFrom('passkeys').where('account_id', '=', account.id).execute()
  await trx.deleteFrom('two_factors').where('account_id', '=', account.id).execute()
  await trx.deleteFrom('sessions').where('account_id', '=', account.id).execute()
  await trx.updateTable('accounts').set({ two_factor_enabled: false }).where('id', '=', account.id).execute()
  await confirmAddress(trx, account.id, email, now)
}

function isDuplicate(error: unknown): boolean {
  return (error as { code?: string }).code === '23505'
}

/**
 * Makes an address the one an account is known by.
 * @throws KindlingError `address_taken` when another account was faster
 */
export async function confirmAddress(
  trx: DbOrTrx,
  accountId: string,
  email: string,
  now: Date,
): Promise<void> {
  try {
    await trx
      .updateTable('accounts')
      .set({ email, email_verified: true, unconfirmed_email: null, updated_at: now })
      .where('id', '=', accountId)
      .execute()
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause
    throw new KindlingError('address_taken', accountErrors.addressTaken, { status: 409, cause })
  }
}
