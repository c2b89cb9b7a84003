import { type DbOrTrx, newId, type Trx } from '../../foundation/index.ts'
import { addSpace, type Space } from '../store.ts'
import { freeSlug, slugFrom } from './rules.ts'

export interface ManagedSpace extends Space {
  position: number
}

const columns = [
  'id',
  'slug',
  'name',
  'kind',
  'visibility',
  'posting_by',
  'description',
  'norms',
  'archived_at',
  'position',
] as const

/**
 * Every space there is, for who manages them: names and settings, nothing that was written inside.
 * Pages for readers start from `visibleSpaces`.
 */
export async function managedSpaces(db: DbOrTrx, communityId: string): Promise<ManagedSpace[]> {
  const rows = await db
    .selectFrom('spaces')
    .select(columns)
    .where('community_id', '=', communityId)
    .orderBy('position')
    .orderBy('name')
    .execute()
  const spaces = rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    visibility: row.visibility,
    postingBy: row.posting_by,
    description: row.description,
    norms: row.norms,
    archivedAt: row.archived_at,
    position: row.position,
  }))
  return [...spaces.filter((space) => !space.archivedAt), ...spaces.filter((space) => space.archivedAt)]
}

export type SpaceSettings = Pick<
  Space,
  'name' | 'kind' | 'visibility' | 'postingBy' | 'description' | 'norms'
>

/** Adds a space after the others, under the first free address. */
export async function createSpaceRow(
  trx: Trx,
  communityId: string,
  settings: SpaceSettings,
  now: Date,
): Promise<{ id: string; slug: string }> {
  const all = await managedSpaces(trx, communityId)
  const slug = freeSlug(slugFrom(settings.name), new Set(all.map((space) => space.slug)))
  const id = newId(now.getTime())
  const position = Math.max(-1, ...all.map((space) => space.position)) + 1
  await addSpace(trx, { ...settings, communityId, id, slug, position, createdAt: now })
  return { id, slug }
}

/** Changes a space's settings. Its address stays: people have kept it. */
export async function updateSpace(
  trx: Trx,
  communityId: string,
  id: string,
  settings: SpaceSettings,
): Promise<void> {
  await trx
    .updateTable('spaces')
    .set({
      name: settings.name,
      kind: settings.kind,
      visibility: settings.visibility,
      posting_by: settings.postingBy,
      description: settings.description,
      norms: settings.norms,
    })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

export async function setArchived(trx: Trx, communityId: string, id: string, at: Date | null): Promise<void> {
  await trx
    .updateTable('spaces')
    .set({ archived_at: at })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** Puts the spaces into this order. */
export async function setOrder(trx: Trx, communityId: string, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries())
    await trx
      .updateTable('spaces')
      .set({ position })
      .where('community_id', '=', communityId)
      .where('id', '=', id)
      .execute()
}

/** Removes spaces nobody has written in, for set-up that is done again. */
export async function removeSpaces(trx: Trx, communityId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await trx
    .deleteFrom('space_members')
    .where('community_id', '=', communityId)
    .where('space_id', 'in', [...ids])
    .execute()
  await trx
    .deleteFrom('spaces')
    .where('community_id', '=', communityId)
    .where('id', 'in', [...ids])
    .execute()
}

export interface SpacePerson {
  id: string
  name: string
  handle: string
  joinedAt: Date
}

/** Who was let into a space, by name. */
export async function peopleOfSpace(
  db: DbOrTrx,
  communityId: string,
  spaceId: string,
): Promise<SpacePerson[]> {
  const rows = await db
    .selectFrom('space_members as s')
    .innerJoin('members as m', (join) =>
      join.onRef('m.community_id', '=', 's.community_id').onRef('m.id', '=', 's.member_id'),
    )
    .select(['m.id', 'm.name', 'm.handle', 's.joined_at'])
    .where('s.community_id', '=', communityId)
    .where('s.space_id', '=', spaceId)
    .where('m.status', '=', 'active')
    .orderBy('m.name')
    .limit(500)
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, handle: row.handle, joinedAt: row.joined_at }))
}

export async function removeSpaceMember(
  trx: Trx,
  communityId: string,
  spaceId: string,
  memberId: string,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('space_members')
    .where('community_id', '=', communityId)
    .where('space_id', '=', spaceId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
