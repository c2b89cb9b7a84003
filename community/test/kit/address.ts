import type { House } from '../../src/foundation/index.ts'
import type { TestMember } from './app.ts'

/** Gives a member a confirmed e-mail address. */
export async function giveAddress(
  house: House,
  member: TestMember,
  email = `${member.handle}@example.org`,
): Promise<void> {
  const now = house.clock.now()
  await house.db
    .insertInto('accounts')
    .values({
      id: member.viewer.accountId!,
      name: member.name,
      email,
      email_verified: true,
      unconfirmed_email: null,
      image: null,
      two_factor_enabled: false,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ email, email_verified: true }))
    .execute()
}
