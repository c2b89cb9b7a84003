import { sql } from 'kysely'
import { type DbOrTrx, type House, prepare, type Viewer } from '../foundation/index.ts'
import type { PostingBy, SpaceKind, SpaceVisibility } from './rules.ts'
import { spaceVisible } from './visibility.ts'

export interface Space {
  id: string
  slug: string
  name: string
  kind: SpaceKind
  visibility: SpaceVisibility
  postingBy: PostingBy
  description: string
  norms: string[]
  archivedAt: Date | null
}

interface Row {
  id: string
  slug: string
  name: string
  kind: SpaceKind
  visibility: SpaceVisibility
  posting_by: PostingBy
  description: string
  norms: string[]
  archived_at: Date | null
}

function fromRow(row: Row): Space {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    visibility: row.visibility,
    postingBy: row.posting_by,
    description: row.description,
    norms: row.norms,
    archivedAt: row.archived_at,
  }
}

const visible = prepare<{ community: string; member: string | null }, Row>(
  'spaces-visible',
  (_, p) =>
    sql`select s.id, s.slug, s.name, s.kind, s.visibility, s.posting_by, s.description, s.norms, s.archived_at
    from spaces s where s.community_id = ${p.community} and ${spaceVisible(p)}
    order by s.archived_at is not null, s.position, s.name`,
)

/** Spaces this viewer may read, current ones first, in the community's order. */
export async function visibleSpaces(house: House, viewer: Viewer): Promise<Space[]> {
  const rows = await visible(house, { community: viewer.communityId, member: readerId(viewer) })
  return rows.map(fromRow)
}

/** A member who waits to be let in reads as a visitor. */
export function readerId(viewer: Viewer): string | null {
  return viewer.memberId && !viewer.waiting ? viewer.memberId : null
}

export async function visibleSpace(house: House, viewer: Viewer, slug: string): Promise<Space | undefined> {
  return (await visibleSpaces(house, viewer)).find((space) => space.slug === slug)
}

export interface NewSpace {
  communityId: string
  id: string
  slug: string
  name: string
  kind: SpaceKind
  visibility: SpaceVisibility
  postingBy: PostingBy
  description: string
  norms: string[]
  position: number
  createdAt: Date
}

export async function addSpace(db: DbOrTrx, space: NewSpace): Promise<void> {
  await db
    .insertInto('spaces')
    .values({
      community_id: space.communityId,
      id: space.id,
      slug: space.slug,
      name: space.name,
      kind: space.kind,
      visibility: space.visibility,
      posting_by: space.postingBy,
      description: space.description,
      norms: space.norms,
      position: space.position,
      archived_at: null,
      created_at: space.createdAt,
    })
    .execute()
}

export async function addSpaceMembers(
  db: DbOrTrx,
  communityId: string,
  spaceId: string,
  memberIds: readonly string[],
  now: Date,
): Promise<void> {
  if (memberIds.length === 0) return
  await db
    .insertInto('space_members')
    .values(
      memberIds.map((member_id) => ({
        community_id: communityId,
        space_id: spaceId,
        member_id,
        joined_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
