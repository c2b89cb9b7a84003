import { sql } from 'kysely'
import type { DbOrTrx } from '../foundation/index.ts'

/** What says whether somebody has only just come. */
export interface NewcomerFacts {
  joinedAt: Date
  /** They gave an address and have not opened its letter. */
  addressUnconfirmed: boolean
  /** Came by an invitation of somebody who is an administrator. */
  vouchedFor: boolean
}

/** How new a member is here; undefined where there is no such member. */
export async function newcomerFacts(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
): Promise<NewcomerFacts | undefined> {
  const { rows } = await sql<NewcomerFacts>`
    select m.joined_at as "joinedAt", coalesce(not a.email_verified, false) as "addressUnconfirmed",
      exists (
        select from invitation_uses u
        join invitations i on i.community_id = u.community_id and i.id = u.invitation_id
        join members by_whom on by_whom.community_id = i.community_id and by_whom.id = i.created_by and by_whom.role = 'administrator'
        where u.community_id = m.community_id and u.member_id = m.id) as "vouchedFor"
    from members m
    left join accounts a on a.id = m.account_id
    where m.community_id = ${communityId} and m.id = ${memberId}`.execute(db)
  return rows[0]
}
