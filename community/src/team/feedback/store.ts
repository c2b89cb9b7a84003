import { sql } from 'kysely'
import { type Asking, noBlockWith, notMuted } from '../../bounds/index.ts'
import { type DbOrTrx, type House, prepare, type Tables, type Trx } from '../../foundation/index.ts'
import type { Answer } from './rules.ts'

export interface Ask {
  id: string
  askerId: string
  about: string
  askedIds: readonly string[]
  spaceId: string | null
  createdAt: Date
  until: Date
  closedAt: Date | null
}

const stored = (row: Tables['feedback_asks']): Ask => ({
  id: row.id,
  askerId: row.asker_id,
  about: row.about,
  askedIds: row.asked_ids,
  spaceId: row.space_id,
  createdAt: row.created_at,
  until: row.until,
  closedAt: row.closed_at,
})

/** Lets nobody ask twice at once. */
export async function holdAsker(trx: Trx, communityId: string, askerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`feedback ${communityId} ${askerId}`}, 0))`.execute(
    trx,
  )
}

/** @param invited who may answer it */
export async function addAsk(
  trx: Trx,
  communityId: string,
  ask: Omit<Ask, 'closedAt'>,
  invited: readonly string[],
): Promise<void> {
  await trx
    .insertInto('feedback_asks')
    .values({
      community_id: communityId,
      id: ask.id,
      asker_id: ask.askerId,
      about: ask.about,
      asked_ids: [...ask.askedIds],
      space_id: ask.spaceId,
      created_at: ask.createdAt,
      until: ask.until,
      closed_at: null,
    })
    .execute()
  if (invited.length === 0) return
  await trx
    .insertInto('feedback_invited')
    .values(invited.map((member_id) => ({ community_id: communityId, ask_id: ask.id, member_id })))
    .execute()
}

/** @param lock holds it until the transaction ends, so that an answer and its end do not pass each other */
export async function askById(
  db: DbOrTrx,
  communityId: string,
  id: string,
  lock = false,
): Promise<Ask | undefined> {
  const query = db
    .selectFrom('feedback_asks')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && stored(row)
}

/** Asks of one member from an id on downwards, latest first. */
export async function asksOf(
  db: DbOrTrx,
  communityId: string,
  { askerId, before, limit }: { askerId: string; before: string; limit: number },
): Promise<Ask[]> {
  const rows = await db
    .selectFrom('feedback_asks')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('asker_id', '=', askerId)
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(stored)
}

/** An ask of somebody to which this member may still say something. */
export interface Invitation {
  id: string
  about: string
  until: Date
  asker: { id: string; name: string; handle: string; pictureId: string | null }
}

interface InvitationRow {
  id: string
  about: string
  until: Date
  asker_id: string
  name: string
  handle: string
  picture_id: string | null
}

const invited = prepare<Asking & { now: Date; id: string | null; limit: number }, InvitationRow>(
  'feedback-invited',
  (_, p) =>
    sql`select a.id, a.about, a.until, a.asker_id, m.name, m.handle, m.picture_id
    from feedback_invited i
    join feedback_asks a on a.community_id = i.community_id and a.id = i.ask_id
    join members m on m.community_id = a.community_id and m.id = a.asker_id and m.status = 'active'
    where i.community_id = ${p.community} and i.member_id = ${p.member}::uuid
      and (${p.id}::uuid is null or i.ask_id = ${p.id}::uuid) and a.closed_at is null and a.until > ${p.now}
      and ${noBlockWith(p, sql`a.asker_id`)} and ${notMuted(p, sql`a.asker_id`)}
    order by a.until, a.id limit ${p.limit}`,
)

/** Open asks that this member was asked, or one of them; those that end soonest first. */
export async function invitationsOf(
  house: House,
  who: { communityId: string; memberId: string },
  { id = null, limit }: { id?: string | null; limit: number },
): Promise<Invitation[]> {
  const asking = { community: who.communityId, member: who.memberId, now: house.clock.now(), id, limit }
  const rows = await invited(house, asking)
  return rows.map((row) => ({
    id: row.id,
    about: row.about,
    until: row.until,
    asker: { id: row.asker_id, name: row.name, handle: row.handle, pictureId: row.picture_id },
  }))
}

export async function invite(trx: Trx, communityId: string, askId: string, memberId: string): Promise<void> {
  await trx
    .insertInto('feedback_invited')
    .values({ community_id: communityId, ask_id: askId, member_id: memberId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** @returns false where they were not asked, or said "not now" or answered before */
export async function takeInvitation(
  db: DbOrTrx,
  communityId: string,
  askId: string,
  memberId: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('feedback_invited')
    .where('community_id', '=', communityId)
    .where('ask_id', '=', askId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export interface StoredAnswer extends Answer {
  id: string
  askId: string
  writerId: string
  createdAt: Date
}

export async function addAnswer(trx: Trx, communityId: string, answer: StoredAnswer): Promise<void> {
  const { id, askId, writerId, helped, seen, effect, wish, createdAt } = answer
  await trx
    .insertInto('feedback_answers')
    .values({
      community_id: communityId,
      id,
      ask_id: askId,
      writer_id: writerId,
      helped,
      seen,
      effect,
      wish,
      created_at: createdAt,
      hidden_at: null,
    })
    .execute()
}

/** What one member answered to an ask. */
export async function answerOf(
  db: DbOrTrx,
  communityId: string,
  { askId, writerId }: { askId: string; writerId: string },
): Promise<StoredAnswer | undefined> {
  const row = await db
    .selectFrom('feedback_answers')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('ask_id', '=', askId)
    .where('writer_id', '=', writerId)
    .executeTakeFirst()
  if (!row) return undefined
  const { id, helped, seen, effect, wish, created_at: createdAt } = row
  return { id, askId, writerId, helped, seen, effect, wish, createdAt }
}

/** An answer as who asked for it reads it. */
export interface AnswerView extends Answer {
  id: string
  askId: string
  writer: { id: string; name: string; handle: string; pictureId: string | null; here: boolean }
  createdAt: Date
}

interface AnswerRow extends Answer {
  id: string
  ask_id: string
  writer_id: string
  name: string
  handle: string
  picture_id: string | null
  here: boolean
  created_at: Date
}

const answers = prepare<Asking & { asks: string[] }, AnswerRow>(
  'feedback-answers',
  (_, p) =>
    sql`select f.id, f.ask_id, f.writer_id, f.helped, f.seen, f.effect, f.wish, f.created_at, m.name, m.handle, m.picture_id,
      m.status = 'active' as here
    from feedback_answers f
    join feedback_asks a on a.community_id = f.community_id and a.id = f.ask_id
    join members m on m.community_id = f.community_id and m.id = f.writer_id
    where f.community_id = ${p.community} and f.ask_id = any(${p.asks}::uuid[]) and a.asker_id = ${p.member}::uuid
      and f.hidden_at is null and ${noBlockWith(p, sql`f.writer_id`)} and ${notMuted(p, sql`f.writer_id`)}
    order by f.created_at, f.id`,
)

/** What was answered to asks of this member, as it came. Nobody else's are found, whoever looks. */
export async function answersFor(
  house: House,
  who: { communityId: string; memberId: string },
  asks: readonly string[],
): Promise<AnswerView[]> {
  if (asks.length === 0) return []
  const rows = await answers(house, { community: who.communityId, member: who.memberId, asks: [...asks] })
  return rows.map((row) => ({
    id: row.id,
    askId: row.ask_id,
    helped: row.helped,
    seen: row.seen,
    effect: row.effect,
    wish: row.wish,
    writer: {
      id: row.writer_id,
      name: row.name,
      handle: row.handle,
      pictureId: row.picture_id,
      here: row.here,
    },
    createdAt: row.created_at,
  }))
}

/** @returns false where there was none */
export async function eraseAnswer(
  db: DbOrTrx,
  communityId: string,
  { askId, id }: { askId: string; id: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('feedback_answers')
    .where('community_id', '=', communityId)
    .where('ask_id', '=', askId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function closeAsk(trx: Trx, communityId: string, id: string, now: Date): Promise<void> {
  await trx
    .updateTable('feedback_asks')
    .set({ closed_at: now })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .execute()
  await trx
    .deleteFrom('feedback_invited')
    .where('community_id', '=', communityId)
    .where('ask_id', '=', id)
    .execute()
}

/** The ask, who was asked, and all that was answered. */
export async function eraseAsk(trx: Trx, communityId: string, id: string): Promise<void> {
  for (const table of ['feedback_invited', 'feedback_answers'] as const)
    await trx.deleteFrom(table).where('community_id', '=', communityId).where('ask_id', '=', id).execute()
  await trx.deleteFrom('feedback_asks').where('community_id', '=', communityId).where('id', '=', id).execute()
}

/** Somebody left: their asks go with what was answered to them; what they answered stays with who asked for it. */
export async function eraseFeedbackOf(trx: Trx, communityId: string, memberId: string): Promise<void> {
  const asks = await trx
    .selectFrom('feedback_asks')
    .select('id')
    .where('community_id', '=', communityId)
    .where('asker_id', '=', memberId)
    .execute()
  for (const { id } of asks) await eraseAsk(trx, communityId, id)
  await trx
    .deleteFrom('feedback_invited')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .execute()
}

/** An answer by its own id, with who asked for it and whether a steward hid it. */
export interface AnswerGiven extends StoredAnswer {
  askerId: string
  /** What the feedback was asked about. */
  about: string
  spaceId: string | null
  hidden: boolean
}

export async function answerById(
  db: DbOrTrx,
  communityId: string,
  id: string,
): Promise<AnswerGiven | undefined> {
  const row = await db
    .selectFrom('feedback_answers as f')
    .innerJoin('feedback_asks as a', (join) =>
      join.onRef('a.community_id', '=', 'f.community_id').onRef('a.id', '=', 'f.ask_id'),
    )
    .selectAll('f')
    .select(['a.asker_id', 'a.about', 'a.space_id'])
    .where('f.community_id', '=', communityId)
    .where('f.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { helped, seen, effect, wish, about } = row
  return {
    ...{ id, helped, seen, effect, wish, about },
    askId: row.ask_id,
    writerId: row.writer_id,
    askerId: row.asker_id,
    spaceId: row.space_id,
    createdAt: row.created_at,
    hidden: row.hidden_at !== null,
  }
}

/** Takes an answer out of sight of who asked for it, or puts it back. @returns false where it stands so, or is gone */
export async function setAnswerHidden(
  trx: Trx,
  communityId: string,
  id: string,
  at: Date | null,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('feedback_answers')
    .set({ hidden_at: at })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('hidden_at', at ? 'is' : 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
