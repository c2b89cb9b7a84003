import { type RawBuilder, sql } from 'kysely'
import { type Asking, noBlockWith, notMuted } from '../bounds/index.ts'
import { entryVisible, mayTravel } from '../conversation/index.ts'
import { type House, prepare, type Viewer } from '../foundation/index.ts'
import { isRemembered } from '../members/index.ts'
import { readerId, type Space, type SpaceKind, type SpaceVisibility } from '../spaces/index.ts'
import { type Gift, NOTES_SHOWN } from './rules.ts'

/** What two people agreed to show, as it stands on a wall. */
export interface WallNote {
  id: string
  gift: Gift
  passage: string
  words: string
  /** What it was for, of the community's values. */
  valueName: string | null
  giverName: string
  /** Undefined where the words it is for stand without a name. */
  receiverName: string | undefined
  /** Whether the viewer gave it, or it was given to them. */
  mine: boolean
  /** When the viewer gave it; undefined where somebody else did. */
  givenAt: Date | undefined
  postId: string | null
  replyId: string | null
  title: string | undefined
  shownAt: Date
  /** Its words may leave by e-mail. */
  mayTravel: boolean
  /** Who gave or received it has died. */
  ofRemembered: boolean
}

interface Row {
  id: string
  kind: Gift
  passage: string
  words: string
  value_name: string | null
  giver: string
  receiver: string | null
  mine: boolean
  given_at: Date | null
  post_id: string | null
  reply_id: string | null
  title: string | null
  shown_at: Date
  space_kind: SpaceKind | null
  visibility: SpaceVisibility | null
  of_remembered: boolean
}

/** Who looks at notes, and in which space; null for the whole place. */
export interface WallAsking extends Asking {
  space: string | null
}

interface Looking extends WallAsking {
  before: Date
  beforeId: string
  limit: number
}

const standing = (asking: Asking, entry: 'p' | 'r'): RawBuilder<boolean> => {
  const e = sql.ref(entry)
  return sql<boolean>`(${e}.deleted_at is null and ${e}.hidden_at is null and ${e}.held_at is null and ${entryVisible(asking, entry)})`
}

/** Notes with who gave them, who received them, and what they are for: the tables that `onWall` asks. */
export const wallTables = sql`thanks t
    join members g on g.community_id = t.community_id and g.id = t.giver_id
    left join members v on v.community_id = t.community_id and v.id = t.receiver_id
    left join posts p on p.community_id = t.community_id and p.id = t.post_id
    left join replies r on r.community_id = t.community_id and r.id = t.reply_id
    left join spaces s on s.community_id = p.community_id and s.id = p.space_id`

/**
 * What two people agreed to show, as far as this viewer may read it. What is for no post is for members: nobody agreed to be
 * read about by the whole world.
 */
export function onWall(p: WallAsking): RawBuilder<boolean> {
  return sql<boolean>`(t.community_id = ${p.community} and t.shown_at is not null and t.taken_back_at is null and t.put_away_at is null and t.hidden_at is null
      and t.showing = 'shown' and t.reach = 'reached' and t.kind <> 'readers'
      and (case when t.post_id is null then ${p.member}::uuid is not null and ${p.space}::uuid is null
        else ${standing(p, 'p')} and (t.reply_id is null or ${standing(p, 'r')}) end)
      and (${p.space}::uuid is null or p.space_id = ${p.space}::uuid)
      and ${noBlockWith(p, sql`t.giver_id`)} and ${notMuted(p, sql`t.giver_id`)}
      and (t.receiver_id is null or coalesce(r.unnamed, p.unnamed, false) or ${noBlockWith(p, sql`t.receiver_id`)}))`
}

const wall = prepare<Looking, Row>(
  'thanks-wall',
  (_, p) =>
    sql`select t.id, t.kind, t.passage, t.words, t.value_name, g.name as giver, t.post_id, t.reply_id, p.title, t.shown_at, s.kind as space_kind, s.visibility,
      (${isRemembered('g')} or coalesce(${isRemembered('v')}, false)) as of_remembered,
      case when coalesce(r.unnamed, p.unnamed, false) then null else coalesce(v.name, t.for_name) end as receiver,
      coalesce(t.giver_id = ${p.member}::uuid or t.receiver_id = ${p.member}::uuid, false) as mine,
      case when t.giver_id = ${p.member}::uuid then t.created_at end as given_at
    from ${wallTables}
    where ${onWall(p)} and (t.shown_at, t.id) < (${p.before}, ${p.beforeId}::uuid)
    order by t.shown_at desc, t.id desc
    limit ${p.limit}`,
)

const LAST = { before: new Date(8.64e15), beforeId: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** "2026-05-03T10:00:00.000Z_0197…" as the place to go on before; undefined for what is none. */
export function placeOnWall(cursor: string | undefined): typeof LAST | undefined {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/.exec(cursor ?? '')
  const before = new Date(found?.[1] ?? Number.NaN)
  if (
    !found ||
    Number.isNaN(before.getTime()) ||
    !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(found[2]!)
  )
    return undefined
  return { before, beforeId: found[2]! }
}

/** Three notes at most, latest agreement first, and the way to earlier ones: never how many there are. */
export async function readWall(
  house: House,
  viewer: Viewer,
  { space, cursor }: { space?: Space | undefined; cursor?: string | undefined },
): Promise<{ notes: WallNote[]; next: string | undefined }> {
  const rows = await wall(house, {
    community: viewer.communityId,
    member: readerId(viewer),
    ...(placeOnWall(cursor) ?? LAST),
    space: space?.id ?? null,
    limit: NOTES_SHOWN + 1,
  })
  const notes = rows.slice(0, NOTES_SHOWN).map((row) => ({
    id: row.id,
    gift: row.kind,
    passage: row.passage,
    words: row.words,
    valueName: row.value_name,
    giverName: row.giver,
    receiverName: row.receiver ?? undefined,
    mine: row.mine,
    givenAt: row.given_at ?? undefined,
    postId: row.post_id,
    replyId: row.reply_id,
    title: row.title ?? undefined,
    shownAt: row.shown_at,
    mayTravel: !row.space_kind || mayTravel({ kind: row.space_kind, visibility: row.visibility! }),
    ofRemembered: row.of_remembered,
  }))
  const last = notes.at(-1)
  return { notes, next: rows.length > NOTES_SHOWN ? `${last!.shownAt.toISOString()}_${last!.id}` : undefined }
}
