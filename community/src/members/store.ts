import { sql } from 'kysely'
import type { DbOrTrx, Trx } from '../foundation/index.ts'
import { freeHandle, handleFrom } from './rules.ts'
import type { MemberRole, MemberStatus } from './tables.ts'

export interface NewMember {
  communityId: string
  id: string
  accountId: string | null
  name: string
  role: MemberRole
  status: MemberStatus
  under18: boolean
  timeZone: string | null
  joinedAt: Date
  guidelinesAgreedAt: Date | null
  /** Wanted instead of one made from the name; imports keep people's handles. */
  handle?: string
}

/** Adds a member under the first free handle. Two people choosing the same name at once both succeed. */
export async function addMember(trx: Trx, member: NewMember): Promise<{ handle: string }> {
  const wanted = member.handle ?? handleFrom(member.name)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${member.communityId} ${wanted}`}, 0))`.execute(
    trx,
  )
  const taken = await trx
    .selectFrom('members')
    .select('handle')
    .where('community_id', '=', member.communityId)
    .where((eb) => eb.or([eb('handle', '=', wanted), eb('handle', 'like', `${wanted}-%`)]))
    .execute()
  const handle = freeHandle(wanted, new Set(taken.map((row) => row.handle)))
  await trx
    .insertInto('members')
    .values({
      community_id: member.communityId,
      id: member.id,
      account_id: member.accountId,
      name: member.name,
      handle,
      role: member.role,
      status: member.status,
      pronouns: null,
      bio: '',
      time_zone: member.timeZone,
      languages: [],
      under_18: member.under18,
      picture_id: null,
      joined_at: member.joinedAt,
      guidelines_agreed_at: member.guidelinesAgreedAt,
    })
    .execute()
  return { handle }
}

/** A member as others may see one. */
export interface MemberView {
  id: string
  name: string
  handle: string
  role: MemberRole
  status: MemberStatus
  pronouns: string | null
  bio: string
  timeZone: string | null
  languages: string[]
  pictureId: string | null
  joinedAt: Date
}

const columns = [
  'id',
  'name',
  'handle',
  'role',
  'status',
  'pronouns',
  'bio',
  'time_zone',
  'languages',
  'picture_id',
  'joined_at',
] as const

function view(row: {
  id: string
  name: string
  handle: string
  role: MemberRole
  status: MemberStatus
  pronouns: string | null
  bio: string
  time_zone: string | null
  languages: string[]
  picture_id: string | null
  joined_at: Date
}): MemberView {
  return {
    id: row.id,
    name: row.name,
    handle: row.handle,
    role: row.role,
    status: row.status,
    pronouns: row.pronouns,
    bio: row.bio,
    timeZone: row.time_zone,
    languages: row.languages,
    pictureId: row.picture_id,
    joinedAt: row.joined_at,
  }
}

export async function memberByHandle(
  db: DbOrTrx,
  communityId: string,
  handle: string,
): Promise<MemberView | undefined> {
  const row = await db
    .selectFrom('members')
    .select(columns)
    .where('community_id', '=', communityId)
    .where('handle', '=', handle)
    .executeTakeFirst()
  return row && view(row)
}

export async function membersById(
  db: DbOrTrx,
  communityId: string,
  ids: readonly string[],
): Promise<Map<string, MemberView>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('members')
    .select(columns)
    .where('community_id', '=', communityId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, view(row)]))
}

/** Names of active members by handle, for linking mentions. */
export async function namesByHandle(
  db: DbOrTrx,
  communityId: string,
  handles: readonly string[],
): Promise<Map<string, { id: string; name: string }>> {
  if (handles.length === 0) return new Map()
  const rows = await db
    .selectFrom('members')
    .select(['id', 'name', 'handle'])
    .where('community_id', '=', communityId)
    .where('status', '=', 'active')
    .where('handle', 'in', [...handles])
    .execute()
  return new Map(rows.map((row) => [row.handle, { id: row.id, name: row.name }]))
}

/** What a member says about themselves. */
export async function describeMember(
  db: DbOrTrx,
  communityId: string,
  id: string,
  about: {
    pronouns?: string | null
    bio?: string
    languages?: string[]
    timeZone?: string | null
    name?: string
  },
): Promise<void> {
  const columns = {
    pronouns: about.pronouns,
    bio: about.bio,
    languages: about.languages,
    time_zone: about.timeZone,
    name: about.name,
  }
  const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length > 0)
    await db
      .updateTable('members')
      .set(given)
      .where('community_id', '=', communityId)
      .where('id', '=', id)
      .execute()
}
