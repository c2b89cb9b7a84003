import { KindlingError, record, type Trx } from '../../foundation/index.ts'
import { keepAnAdministrator } from '../roles/change-role.ts'
import type { Kit } from './kit.ts'
import { sendAccountLetter } from './letters.ts'
import type { Visit } from './site.ts'
import { mailAddressOf } from './store.ts'
import { accountErrors } from './words.ts'

/**
 * A place nobody could look after any more is not left behind. Which place that would be is not said:
 * an account may belong to several, and the page is one of them.
 */
async function keepAdministrators(trx: Trx, member: { community_id: string; id: string }): Promise<void> {
  await keepAnAdministrator(trx, member.community_id, member.id).catch((cause: KindlingError) => {
    if (cause.code !== 'last_administrator') throw cause
    throw new KindlingError('last_administrator', accountErrors.lastAdministrator, { status: 409, cause })
  })
}

async function leave(
  trx: Trx,
  member: { community_id: string; id: string },
  formerName: string,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('members')
    .set({
      account_id: null,
      status: 'left',
      role: 'member',
      name: formerName,
      handle: `former-${member.id.slice(-12)}`,
      pronouns: null,
      bio: '',
      time_zone: null,
      languages: [],
      picture_id: null,
    })
    .where('community_id', '=', member.community_id)
    .where('id', '=', member.id)
    .execute()
  await record(
    trx,
    { communityId: member.community_id, kind: 'member-left', actorId: member.id, memberId: member.id },
    now,
  )
}

/**
 * Ends an account and everything by which it could be known: sign-ins, names, profiles. What was
 * written stays, under a name that says only that somebody was here.
 * @throws KindlingError `last_administrator`
 */
export async function deleteAccount(
  kit: Kit,
  visit: Visit,
  accountId: string,
  formerName: string,
): Promise<void> {
  const now = kit.clock.now()
  const email = await mailAddressOf(kit.db, accountId)
  await kit.db.transaction().execute(async (trx) => {
    await trx.selectFrom('accounts').select('id').where('id', '=', accountId).forUpdate().execute()
    const memberships = await trx
      .selectFrom('members')
      .select(['community_id', 'id'])
      .where('account_id', '=', accountId)
      .orderBy('community_id')
      .execute()
    for (const member of memberships) await keepAdministrators(trx, member)
    for (const member of memberships) await leave(trx, member, formerName, now)
    await trx.deleteFrom('accounts').where('id', '=', accountId).execute()
  })
  if (email) await sendAccountLetter(kit, visit, email, { kind: 'deleted' })
}
