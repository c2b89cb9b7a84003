import { sql } from 'kysely'
import { type DbOrTrx, newId } from '../../foundation/index.ts'
import { PASSWORD } from './tables.ts'

/** What stands in for an address until one is confirmed: nobody can receive mail there. */
export function standInFor(accountId: string): string {
  return `${accountId}@unconfirmed.invalid`
}

/** An account as the person whose it is may see it. */
export interface AccountView {
  id: string
  /** What single sign-on said this person is called; empty otherwise. */
  name: string
  /** The confirmed address. */
  email: string | undefined
  /** An address that waits for its letter to be opened. */
  unconfirmedEmail: string | undefined
  hasPassword: boolean
  twoStep: boolean
}

const view = (row: {
  id: string
  name: string
  email: string
  email_verified: boolean
  unconfirmed_email: string | null
  two_factor_enabled: boolean
  has_password: boolean
}): AccountView => ({
  id: row.id,
  name: row.name,
  email: row.email_verified ? row.email : undefined,
  unconfirmedEmail: row.unconfirmed_email ?? undefined,
  hasPassword: row.has_password,
  twoStep: row.two_factor_enabled,
})

function accounts(db: DbOrTrx) {
  return db.selectFrom('accounts as a').select((eb) => [
    'a.id',
    'a.name',
    'a.email',
    'a.email_verified',
    'a.unconfirmed_email',
    'a.two_factor_enabled',
    eb
      .exists(
        eb
          .selectFrom('sign_in_methods as s')
          .select(sql`1`.as('one'))
          .whereRef('s.account_id', '=', 'a.id')
          .where('s.provider', '=', PASSWORD),
      )
      .$castTo<boolean>()
      .as('has_password'),
  ])
}

export async function accountById(db: DbOrTrx, id: string): Promise<AccountView | undefined> {
  const row = await accounts(db).where('a.id', '=', id).executeTakeFirst()
  return row && view(row)
}

/** The account whose confirmed address this is. */
export async function accountByEmail(db: DbOrTrx, email: string): Promise<AccountView | undefined> {
  const row = await accounts(db)
    .where('a.email', '=', email)
    .where('a.email_verified', '=', true)
    .executeTakeFirst()
  return row && view(row)
}

/** The newest account without a confirmed address that was made with this one. */
export async function newestClaim(db: DbOrTrx, email: string): Promise<AccountView | undefined> {
  const row = await accounts(db)
    .where('a.unconfirmed_email', '=', email)
    .where('a.email_verified', '=', false)
    .orderBy('a.created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && view(row)
}

export interface NewAccount {
  email: string
  /** Whether we know that the address is theirs; otherwise it waits for its letter. */
  confirmed: boolean
  passwordHash?: string
  now: Date
}

/** @returns the account's id */
export async function addAccount(
  db: DbOrTrx,
  { email, confirmed, passwordHash, now }: NewAccount,
): Promise<string> {
  const id = newId(now.getTime())
  await db
    .insertInto('accounts')
    .values({
      id,
      name: '',
      email: confirmed ? email : standInFor(id),
      email_verified: confirmed,
      unconfirmed_email: confirmed ? null : email,
      image: null,
      two_factor_enabled: false,
      created_at: now,
      updated_at: now,
    })
    .execute()
  if (passwordHash) await setPasswordHash(db, id, passwordHash, now)
  return id
}

export async function setPasswordHash(
  db: DbOrTrx,
  accountId: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await db
    .insertInto('sign_in_methods')
    .values({
      id: newId(now.getTime()),
      account_id: accountId,
      provider: PASSWORD,
      subject: accountId,
      password_hash: passwordHash,
      access_token: null,
      refresh_token: null,
      id_token: null,
      access_token_expires_at: null,
      refresh_token_expires_at: null,
      scope: null,
      created_at: now,
      updated_at: now,
    })
    .onConflict((on) =>
      on.columns(['provider', 'subject']).doUpdateSet({ password_hash: passwordHash, updated_at: now }),
    )
    .execute()
}

export async function passwordHashOf(db: DbOrTrx, accountId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('sign_in_methods')
    .select('password_hash')
    .where('account_id', '=', accountId)
    .where('provider', '=', PASSWORD)
    .executeTakeFirst()
  return row?.password_hash ?? undefined
}

/** Where notices may go: only to an address its owner has confirmed. */
export async function mailAddressOf(db: DbOrTrx, accountId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('accounts')
    .select('email')
    .where('id', '=', accountId)
    .where('email_verified', '=', true)
    .executeTakeFirst()
  return row?.email
}
