import type { DbOrTrx, Trx } from '../../foundation/index.ts'

export interface WaitingPerson {
  id: string
  name: string
  since: Date
  confirmed: boolean
}

/** Who asked to come in, longest wait first. */
export async function waitingPeople(db: DbOrTrx, communityId: string): Promise<WaitingPerson[]> {
  const rows = await db
    .selectFrom('members as m')
    .leftJoin('accounts as a', 'a.id', 'm.account_id')
    .select(['m.id', 'm.name', 'm.joined_at', 'a.email_verified'])
    .where('m.community_id', '=', communityId)
    .where('m.status', '=', 'waiting')
    .orderBy('m.joined_at')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    since: row.joined_at,
    confirmed: row.email_verified === true,
  }))
}

/** Opens the door. @returns their name, or undefined when they no longer wait */
export async function setActive(
  trx: Trx,
  communityId: string,
  memberId: string,
  now: Date,
): Promise<string | undefined> {
  const row = await trx
    .updateTable('members')
    .set({ status: 'active', joined_at: now })
    .where('community_id', '=', communityId)
    .where('id', '=', memberId)
    .where('status', '=', 'waiting')
    .returning('name')
    .executeTakeFirst()
  return row?.name
}

/** Somebody who waited has written nothing here, so nothing is kept of them and they may ask again. */
export async function removeWaiting(
  trx: Trx,
  communityId: string,
  memberId: string,
): Promise<string | undefined> {
  const row = await trx
    .deleteFrom('members')
    .where('community_id', '=', communityId)
    .where('id', '=', memberId)
    .where('status', '=', 'waiting')
    .returning('name')
    .executeTakeFirst()
  return row?.name
}
