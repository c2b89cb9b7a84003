import { sql } from 'kysely'
import { type EntryPlace, linkedHosts } from '../conversation/index.ts'
import type { DbOrTrx, House, MemberViewer } from '../foundation/index.ts'
import { LINES_TODAY } from './rules.ts'
import { askingForCases, heldInReach } from './visibility.ts'

/** A post or reply that waits until a steward has looked. */
export interface HeldEntry {
  id: string
  place: EntryPlace
  title: string
  html: string
  language: string
  spaceId: string
  spaceName: string
  /** Undefined where it stands without a name. */
  author: string | undefined
  since: Date
  /** Other sites it leads to. */
  sites: string[]
}

interface Row {
  id: string
  post_id: string
  reply_id: string | null
  title: string
  html: string
  language: string
  space_id: string
  space_name: string
  name: string | null
  held_at: Date
}

async function heldRows(db: DbOrTrx, viewer: MemberViewer, id: string | null): Promise<Row[]> {
  const asking = askingForCases(viewer)
  const { rows } = await sql<Row>`
    select * from (
      select p.id, p.id as post_id, null::uuid as reply_id, p.title, p.html, p.language, s.id as space_id, s.name as space_name,
        case when p.unnamed then null else m.name end as name, p.held_at
      from posts p
      join spaces s on s.community_id = p.community_id and s.id = p.space_id
      join members m on m.community_id = p.community_id and m.id = p.author_id
      where p.community_id = ${asking.community} and (${id}::uuid is null or p.id = ${id}::uuid) and ${heldInReach(asking, 'p')}
      union all
      select r.id, r.post_id, r.id, p.title, r.html, r.language, s.id, s.name,
        case when r.unnamed then null else m.name end, r.held_at
      from replies r
      join posts p on p.community_id = r.community_id and p.id = r.post_id
      join spaces s on s.community_id = p.community_id and s.id = p.space_id
      join members m on m.community_id = r.community_id and m.id = r.author_id
      where r.community_id = ${asking.community} and (${id}::uuid is null or r.id = ${id}::uuid) and p.deleted_at is null
        and ${heldInReach(asking, 'r')}) held
    order by held_at, id
    limit ${LINES_TODAY}`.execute(db)
  return rows
}

function held(house: House, viewer: MemberViewer, row: Row): HeldEntry {
  return {
    id: row.id,
    place: { communityId: viewer.communityId, postId: row.post_id, replyId: row.reply_id },
    title: row.title,
    html: row.html,
    language: row.language,
    spaceId: row.space_id,
    spaceName: row.space_name,
    author: row.name ?? undefined,
    since: row.held_at,
    sites: linkedHosts(row.html, house.config.url),
  }
}

/** What is held and waits for this steward, longest first. */
export async function readAllHeld(house: House, viewer: MemberViewer): Promise<HeldEntry[]> {
  const rows = await heldRows(house.db, viewer, null)
  return rows.map((row) => held(house, viewer, row))
}

/** One of them; undefined where it waits no longer, or not for this steward. */
export async function readHeld(
  house: House,
  viewer: MemberViewer,
  id: string,
  db: DbOrTrx = house.db,
): Promise<HeldEntry | undefined> {
  const [row] = await heldRows(db, viewer, id)
  return row && held(house, viewer, row)
}
