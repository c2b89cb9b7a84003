import { sql } from 'kysely'
import { type DbOrTrx, newId, type Trx } from '../../foundation/index.ts'
import { mailAddressOf } from '../accounts/store.ts'
import type { MemberRole } from '../tables.ts'

/** Someone in the list of people, with what it takes to write to them. */
export interface Person {
  id: string
  name: string
  handle: string
  role: MemberRole
  joinedAt: Date
}

const columns = ['id', 'name', 'handle', 'role', 'joined_at'] as const

const person = (row: {
  id: string
  name: string
  handle: string
  role: MemberRole
  joined_at: Date
}): Person => ({
  id: row.id,
  name: row.name,
  handle: row.handle,
  role: row.role,
  joinedAt: row.joined_at,
})

/** Who looks after the place, most abilities first. */
export async function peopleWithRoles(db: DbOrTrx, communityId: string): Promise<Person[]> {
  const rows = await db
    .selectFrom('members')
    .select(columns)
    .where('community_id', '=', communityId)
    .where('status', '=', 'active')
    .where('role', '!=', 'member')
    .orderBy(sql`array_position(array['administrator','steward','host'], role)`)
    .orderBy('name')
    .execute()
  return rows.map(person)
}

/** Active members whose name begins like this, in the order of the alphabet. */
export async function peopleNamed(
  db: DbOrTrx,
  communityId: string,
  start: string,
  limit = 20,
): Promise<Person[]> {
  const pattern = `${start.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const rows = await db
    .selectFrom('members')
    .select(columns)
    .where('community_id', '=', communityId)
    .where('status', '=', 'active')
    .where(sql<boolean>`lower(name) like ${pattern}`)
    .orderBy(sql`lower(name)`)
    .limit(limit)
    .execute()
  return rows.map(person)
}

/** Makes everything that could leave a place without an administrator wait its turn. */
export async function lockRoles(trx: Trx, communityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roles ${communityId}`}, 0))`.execute(trx)
}

/** Administrators other than one member, who can sign in. */
export async function otherAdministrators(trx: Trx, communityId: string, memberId: string): Promise<number> {
  const { count } = await trx
    .selectFrom('members')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('community_id', '=', communityId)
    .where('role', '=', 'administrator')
    .where('status', '=', 'active')
    .where('account_id', 'is not', null)
    .where('id', '!=', memberId)
    .executeTakeFirstOrThrow()
  return count
}

export interface RoleChange {
  from: MemberRole
  to: MemberRole
  reason: string
  byName: string
  changedAt: Date
}

/** Sets a role and keeps why. */
export async function setRole(
  trx: Trx,
  change: {
    communityId: string
    memberId: string
    from: MemberRole
    to: MemberRole
    reason: string
    by: string
  },
  now: Date,
): Promise<string> {
  const id = newId(now.getTime())
  await trx
    .updateTable('members')
    .set({ role: change.to })
    .where('community_id', '=', change.communityId)
    .where('id', '=', change.memberId)
    .execute()
  await trx
    .insertInto('role_changes')
    .values({
      community_id: change.communityId,
      member_id: change.memberId,
      id,
      from_role: change.from,
      to_role: change.to,
      reason: change.reason,
      changed_by: change.by,
      changed_at: now,
    })
    .execute()
  return id
}

/** What somebody looked after before, newest first. */
export async function roleChanges(db: DbOrTrx, communityId: string, memberId: string): Promise<RoleChange[]> {
  const rows = await db
    .selectFrom('role_changes as r')
    .innerJoin('members as m', (join) =>
      join.onRef('m.community_id', '=', 'r.community_id').onRef('m.id', '=', 'r.changed_by'),
    )
    .select(['r.from_role', 'r.to_role', 'r.reason', 'm.name', 'r.changed_at'])
    .where('r.community_id', '=', communityId)
    .where('r.member_id', '=', memberId)
    .orderBy('r.id', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    from: row.from_role,
    to: row.to_role,
    reason: row.reason,
    byName: row.name,
    changedAt: row.changed_at,
  }))
}

/** Where to write to a member; undefined for imported names and deleted accounts. */
export async function addressOf(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('members')
    .select('account_id')
    .where('community_id', '=', communityId)
    .where('id', '=', memberId)
    .executeTakeFirst()
  return row?.account_id ? mailAddressOf(db, row.account_id) : undefined
}
