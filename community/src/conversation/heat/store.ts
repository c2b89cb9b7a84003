import { type RawBuilder, sql } from 'kysely'
import { type DbOrTrx, type House, prepare, type Trx } from '../../foundation/index.ts'
import { REST, TURNS } from './rules.ts'
import './tables.ts'

/** One of the last messages of a thread, as the thermometer reads it. */
export interface LastMessage {
  authorId: string
  body: string
  at: Date
}

const listed = (entry: string): RawBuilder<boolean> => {
  const e = sql.ref(entry)
  return sql`(${e}.deleted_at is null and ${e}.hidden_at is null and ${e}.held_at is null)`
}

/** The last messages of a thread that everybody there sees, oldest first; its post is the first of all. */
export async function lastMessages(db: DbOrTrx, communityId: string, postId: string): Promise<LastMessage[]> {
  const { rows } = await sql<{ author_id: string; body: string; at: Date }>`
    select author_id, body, created_at as at from (
      (select r.id, r.author_id, r.body, r.created_at from replies r
        where r.community_id = ${communityId} and r.post_id = ${postId} and ${listed('r')} order by r.id desc limit ${TURNS})
      union all
      (select p.id, p.author_id, p.body, p.created_at from posts p
        where p.community_id = ${communityId} and p.id = ${postId} and ${listed('p')})) said
    order by id desc limit ${TURNS}`.execute(db)
  return rows.map((row) => ({ authorId: row.author_id, body: row.body, at: row.at })).reverse()
}

/** Who wrote the last messages of a thread, each once; of those who can sign in to answer. */
export async function lastAuthors(db: DbOrTrx, communityId: string, postId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct m.id from (
      select said.author_id from (
        (select r.id, r.author_id from replies r
          where r.community_id = ${communityId} and r.post_id = ${postId} and ${listed('r')} order by r.id desc limit ${TURNS})
        union all
        (select p.id, p.author_id from posts p
          where p.community_id = ${communityId} and p.id = ${postId} and ${listed('p')})) said
      order by said.id desc limit ${TURNS}) l
    join members m on m.community_id = ${communityId} and m.id = l.author_id and m.status = 'active' and m.account_id is not null`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** Whether a thread is heating up. */
export async function isHeating(
  db: DbOrTrx,
  communityId: string,
  postId: string,
  now: Date,
): Promise<boolean> {
  const row = await db
    .selectFrom('thread_heat')
    .select('post_id')
    .where('community_id', '=', communityId)
    .where('post_id', '=', postId)
    .where('at', '>', new Date(now.getTime() - REST))
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps that a thread is heating up; `since` stays while it does. */
export async function setHeat(
  db: DbOrTrx,
  {
    communityId,
    postId,
    likelihood,
    at,
  }: { communityId: string; postId: string; likelihood: number; at: Date },
): Promise<void> {
  const rested = new Date(at.getTime() - REST)
  await sql`
    insert into thread_heat as h (community_id, post_id, likelihood, since, at)
    values (${communityId}, ${postId}, ${likelihood}, ${at}, ${at})
    on conflict (community_id, post_id) do update set likelihood = excluded.likelihood, at = excluded.at,
      since = case when h.at < ${rested} then excluded.since else h.since end
      where h.at <= excluded.at`.execute(db)
}

export async function clearHeat(db: DbOrTrx, communityId: string, postId: string): Promise<void> {
  await db
    .deleteFrom('thread_heat')
    .where('community_id', '=', communityId)
    .where('post_id', '=', postId)
    .execute()
}

/** Forgets threads that have rested, and at which pace they went. */
export async function pruneHeat(db: DbOrTrx, communityId: string, before: Date): Promise<void> {
  await db
    .deleteFrom('thread_heat')
    .where('community_id', '=', communityId)
    .where('at', '<', before)
    .execute()
  const old = db
    .selectFrom('slow_modes')
    .select('id')
    .where('community_id', '=', communityId)
    .where('ends_at', '<', before)
  await db
    .deleteFrom('slow_mode_answers')
    .where('community_id', '=', communityId)
    .where('slow_mode_id', 'in', old)
    .execute()
  await db
    .deleteFrom('slow_modes')
    .where('community_id', '=', communityId)
    .where('ends_at', '<', before)
    .execute()
}

/** How a thread stands for one member: its heat and its pace. */
export interface HeatRow {
  since: Date | null
  slow_id: string | null
  by_steward: boolean | null
  begun: boolean
  ends_at: Date | null
  mine: boolean
  asked: boolean
  agreed: boolean | null
  last_answer: Date | null
}

interface Asked {
  community: string
  member: string
  post: string
  now: Date
  rested: Date
}

/** One row, always. */
export const heatRow: (house: House, asked: Asked) => Promise<HeatRow[]> = prepare<Asked, HeatRow>(
  'thread-heat',
  (_, p) =>
    sql`select h.since, s.id as slow_id, s.by_steward, s.begun_at is not null as begun, s.ends_at, coalesce(s.proposed_by = ${p.member}, false) as mine,
      a.member_id is not null as asked, a.agreed,
      case when s.begun_at is not null then (
        select max(r.created_at) from replies r where r.community_id = ${p.community} and r.author_id = ${p.member} and r.post_id = ${p.post}
          and r.created_at >= s.begun_at) end as last_answer
    from (select) one
    left join thread_heat h on h.community_id = ${p.community} and h.post_id = ${p.post} and h.at > ${p.rested}
    left join slow_modes s on s.community_id = ${p.community} and s.post_id = ${p.post} and s.ended_at is null and s.ends_at > ${p.now}
    left join slow_mode_answers a on a.community_id = s.community_id and a.slow_mode_id = s.id and a.member_id = ${p.member}`,
)

export interface SlowMode {
  id: string
  /** Undefined while it is a question. */
  begunAt: Date | undefined
  bySteward: boolean
  proposedBy: string
}

/** What holds, or is asked, in a thread; locked, so that two answers follow one another. */
export async function slowModeIn(
  trx: Trx,
  communityId: string,
  postId: string,
  now: Date,
): Promise<SlowMode | undefined> {
  const row = await trx
    .selectFrom('slow_modes')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('post_id', '=', postId)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', now)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      begunAt: row.begun_at ?? undefined,
      bySteward: row.by_steward,
      proposedBy: row.proposed_by,
    }
  )
}

/** Whether a suggestion for a thread came to nothing since then. */
export async function cameToNothing(
  trx: Trx,
  communityId: string,
  postId: string,
  since: Date,
): Promise<boolean> {
  const row = await trx
    .selectFrom('slow_modes')
    .select('id')
    .where('community_id', '=', communityId)
    .where('post_id', '=', postId)
    .where('begun_at', 'is', null)
    .where('proposed_at', '>', since)
    .executeTakeFirst()
  return row !== undefined
}

/** @returns false where another holds or is asked already */
export async function addSlowMode(
  trx: Trx,
  mode: {
    communityId: string
    id: string
    postId: string
    proposedBy: string
    bySteward: boolean
    begun: boolean
    now: Date
    endsAt: Date
  },
  asked: readonly string[],
): Promise<boolean> {
  const { communityId, id, postId, now } = mode
  // What ended by itself makes room.
  await trx
    .updateTable('slow_modes')
    .set(({ ref }) => ({ ended_at: ref('ends_at') }))
    .where('community_id', '=', communityId)
    .where('post_id', '=', postId)
    .where('ended_at', 'is', null)
    .where('ends_at', '<=', now)
    .execute()
  const { rows } = await sql`
    insert into slow_modes (community_id, id, post_id, proposed_by, by_steward, proposed_at, begun_at, ends_at)
    values (${communityId}, ${id}, ${postId}, ${mode.proposedBy}, ${mode.bySteward}, ${now}, ${mode.begun ? now : null}, ${mode.endsAt})
    on conflict do nothing returning id`.execute(trx)
  if (rows.length === 0) return false
  if (asked.length > 0)
    await trx
      .insertInto('slow_mode_answers')
      .values(
        asked.map((memberId) => ({
          community_id: communityId,
          slow_mode_id: id,
          member_id: memberId,
          agreed: null,
        })),
      )
      .execute()
  return true
}

export async function answersTo(
  trx: Trx,
  communityId: string,
  slowModeId: string,
): Promise<Map<string, boolean | null>> {
  const rows = await trx
    .selectFrom('slow_mode_answers')
    .select(['member_id', 'agreed'])
    .where('community_id', '=', communityId)
    .where('slow_mode_id', '=', slowModeId)
    .execute()
  return new Map(rows.map(({ member_id, agreed }) => [member_id, agreed]))
}

export async function setAnswer(
  trx: Trx,
  {
    communityId,
    slowModeId,
    memberId,
    agreed,
  }: { communityId: string; slowModeId: string; memberId: string; agreed: boolean },
): Promise<void> {
  await trx
    .updateTable('slow_mode_answers')
    .set({ agreed })
    .where('community_id', '=', communityId)
    .where('slow_mode_id', '=', slowModeId)
    .where('member_id', '=', memberId)
    .execute()
}

export async function changeSlowMode(
  trx: Trx,
  communityId: string,
  id: string,
  change: { begun_at: Date; ends_at: Date } | { ended_at: Date },
): Promise<void> {
  await trx
    .updateTable('slow_modes')
    .set(change)
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** When a member last answered in a thread since a time. */
export async function lastAnswerOf(
  trx: Trx,
  {
    communityId,
    memberId,
    postId,
    since,
  }: { communityId: string; memberId: string; postId: string; since: Date },
): Promise<Date | undefined> {
  const row = await trx
    .selectFrom('replies')
    .select(({ fn }) => fn.max('created_at').as('at'))
    .where('community_id', '=', communityId)
    .where('author_id', '=', memberId)
    .where('post_id', '=', postId)
    .where('created_at', '>=', since)
    .executeTakeFirst()
  return row?.at ?? undefined
}
