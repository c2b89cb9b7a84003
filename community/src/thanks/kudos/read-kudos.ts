import { sql } from 'kysely'
import { type House, prepare, type Viewer } from '../../foundation/index.ts'
import { readerId, type Space } from '../../spaces/index.ts'
import { onWall, type WallAsking, wallTables } from '../read-wall.ts'
import { NOTES_SHOWN } from '../rules.ts'
import type { CommunityValue } from '../values/rules.ts'
import { currentValues } from '../values/store.ts'
import { KUDOS_MILLISECONDS } from './rules.ts'

/** A note on the page of kudos. */
export interface Kudos {
  id: string
  words: string
  /** What the value was called when it was given. */
  valueName: string
  giverName: string
  /** Undefined where the words it is for stand without a name. */
  receiverName: string | undefined
  postId: string
  replyId: string | null
  title: string
}

/** What was given for one value: three notes at most, and whether there are others; never how many. */
export interface KudosForValue {
  value: CommunityValue
  notes: Kudos[]
  others: boolean
}

interface Row {
  id: string
  value_id: string
  value_name: string
  words: string
  giver: string
  receiver: string | null
  post_id: string
  reply_id: string | null
  title: string
}

// Latest agreement first: neither what was given nor to whom sets an order.
const kudos = prepare<WallAsking & { since: Date; limit: number }, Row>(
  'thanks-kudos',
  (_, p) =>
    sql`select * from (
      select t.id, t.value_id, t.value_name, t.words, g.name as giver, t.post_id, t.reply_id, p.title,
        case when coalesce(r.unnamed, p.unnamed, false) then null else v.name end as receiver,
        row_number() over (partition by t.value_id order by t.shown_at desc, t.id desc) as place
      from ${wallTables}
      where ${onWall(p)} and t.value_id is not null and t.post_id is not null and t.shown_at >= ${p.since}
    ) k where place <= ${p.limit} order by place`,
)

/**
 * What people of a space thanked one another for and both agreed to show, in the last season, under each value of the
 * community in its own order. Whoever leads reads the same as everybody else.
 */
export async function readKudos(
  house: House,
  viewer: Viewer,
  space: Pick<Space, 'id'>,
): Promise<KudosForValue[]> {
  const { communityId: community } = viewer
  const since = new Date(house.clock.now().getTime() - KUDOS_MILLISECONDS)
  const asking = { community, member: readerId(viewer), space: space.id, since, limit: NOTES_SHOWN + 1 }
  const [values, rows] = await Promise.all([currentValues(house, community), kudos(house, asking)])
  return values.map((value) => {
    const mine = rows.filter((row) => row.value_id === value.id)
    const notes = mine.slice(0, NOTES_SHOWN).map((row) => ({
      id: row.id,
      words: row.words,
      valueName: row.value_name,
      giverName: row.giver,
      receiverName: row.receiver ?? undefined,
      postId: row.post_id,
      replyId: row.reply_id,
      title: row.title,
    }))
    return { value, notes, others: mine.length > NOTES_SHOWN }
  })
}
