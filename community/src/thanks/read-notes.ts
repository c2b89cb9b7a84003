import { sql } from 'kysely'
import { type Asking, noBlockWith, notMuted } from '../bounds/index.ts'
import { type House, type MemberViewer, type PageContext, prepare } from '../foundation/index.ts'
import { type Gift, NOTES_SHOWN, type Showing, TAKE_BACK_MILLISECONDS } from './rules.ts'

/** A note under a post, as this viewer may read it. */
export interface Note {
  id: string
  targetId: string
  gift: Gift
  passage: string
  words: string
  /** What it was for, of the community's values. */
  valueName: string | null
  showing: Showing
  giverName: string
  receiverName: string
  isMine: boolean
  isForMe: boolean
  /** Its receiver said "That means a lot"; for the two alone. */
  answered: boolean
  /** A steward hid it; only who gave it reads it. */
  hidden: boolean
  createdAt: Date
}

interface Row {
  id: string
  target_id: string
  kind: Gift
  passage: string
  words: string
  value_name: string | null
  showing: Showing
  giver_id: string
  receiver_id: string | null
  giver_name: string
  receiver_name: string | null
  answered: boolean
  hidden: boolean
  created_at: Date
  place: number
}

// Mine and those to me stand first, then the oldest: another note changes no order.
const notes = prepare<Asking & { post: string; limit: number }, Row>(
  'thanks-under-topic',
  (_, p) =>
    sql`select * from (
      select t.id, coalesce(t.reply_id, t.post_id) as target_id, t.kind, t.passage, t.words, t.value_name, t.showing, t.giver_id, t.receiver_id,
        g.name as giver_name, case when coalesce(r.unnamed, p.unnamed) then '' else v.name end as receiver_name,
        t.answered_at is not null as answered, t.hidden_at is not null as hidden, t.created_at,
        row_number() over (partition by coalesce(t.reply_id, t.post_id) order by (t.giver_id = ${p.member}::uuid or t.receiver_id = ${p.member}::uuid) desc nulls last, t.id) as place
      from thanks t
      join members g on g.community_id = t.community_id and g.id = t.giver_id
      left join members v on v.community_id = t.community_id and v.id = t.receiver_id
      join posts p on p.community_id = t.community_id and p.id = t.post_id
      left join replies r on r.community_id = t.community_id and r.id = t.reply_id
      where t.community_id = ${p.community} and t.post_id = ${p.post} and t.taken_back_at is null
        and (t.giver_id = ${p.member}::uuid or (t.reach = 'reached' and t.put_away_at is null and t.hidden_at is null
          and (t.showing = 'shown' or t.receiver_id = ${p.member}::uuid)))
        and ${noBlockWith(p, sql`t.giver_id`)} and ${notMuted(p, sql`t.giver_id`)}
    ) ranked where place <= ${p.limit} order by place`,
)

function noteFor(row: Row, viewerId: string | undefined): Note {
  const isMine = row.giver_id === viewerId
  const isForMe = row.receiver_id !== null && row.receiver_id === viewerId
  return {
    id: row.id,
    targetId: row.target_id,
    gift: row.kind,
    passage: row.passage,
    words: row.words,
    valueName: row.value_name,
    showing: row.showing,
    giverName: row.giver_name,
    receiverName: row.receiver_name ?? '',
    isMine,
    isForMe,
    answered: row.answered && (isMine || isForMe),
    hidden: row.hidden,
    createdAt: row.created_at,
  }
}

/** Notes under each entry of a thread: mine and those to me first, then what both agreed to show. */
export async function notesUnder(
  house: House,
  page: PageContext,
  postId: string,
): Promise<Map<string, Note[]>> {
  const { viewer } = page
  const rows = await notes(house, {
    community: viewer.communityId,
    member: viewer.memberId ?? null,
    post: postId,
    limit: NOTES_SHOWN + 1,
  })
  const byTarget = new Map<string, Note[]>()
  for (const row of rows) {
    const list = byTarget.get(row.target_id) ?? []
    list.push(noteFor(row, viewer.memberId))
    byTarget.set(row.target_id, list)
  }
  return byTarget
}

const toMember = prepare<{ community: string; giver: string; receiver: string; since: Date }, Row>(
  'thanks-just-given',
  (_, p) =>
    sql`select t.id, t.receiver_id as target_id, t.kind, t.passage, t.words, t.value_name, t.showing, t.giver_id, t.receiver_id, g.name as giver_name,
      v.name as receiver_name, t.answered_at is not null as answered, t.hidden_at is not null as hidden, t.created_at, 1 as place
    from thanks t
    join members g on g.community_id = t.community_id and g.id = t.giver_id
    join members v on v.community_id = t.community_id and v.id = t.receiver_id
    where t.community_id = ${p.community} and t.giver_id = ${p.giver} and t.receiver_id = ${p.receiver}
      and t.post_id is null and t.taken_back_at is null and t.created_at >= ${p.since}
    order by t.id desc`,
)

/** What a member gave another for no post, while it can be taken back. */
export async function justGivenTo(house: House, viewer: MemberViewer, receiver: string): Promise<Note[]> {
  const since = new Date(house.clock.now().getTime() - TAKE_BACK_MILLISECONDS)
  const { communityId: community, memberId: giver } = viewer
  const rows = await toMember(house, { community, giver, receiver, since })
  return rows.map((row) => noteFor(row, giver))
}
