import { sql } from 'kysely'
import { type DbOrTrx, newId, type Trx } from '../foundation/index.ts'
import { isRemembered } from '../members/index.ts'
import type { LettersSoFar } from './rules.ts'
import { type KeptNotice, type NoticeRow, noticeFromRow } from './store.ts'

const MOST_IN_A_LETTER = 500

export type LetterSort = 'at-once' | 'daily' | 'digest'

/** Letters a member got, for the limits. Locks them, so that two letters at once both count. */
export async function lettersSoFar(
  trx: Trx,
  communityId: string,
  memberId: string,
  now: Date,
): Promise<LettersSoFar> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`letters ${communityId} ${memberId}`}, 0))`.execute(
    trx,
  )
  const day = new Date(now.getTime() - 86_400_000)
  const row = await trx
    .selectFrom('notice_letters')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('sent_at', '>', day).as('last_day'),
      eb.fn.countAll<number>().filterWhere('awaited', '=', false).as('since_joining'),
    ])
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow()
  return { lastDay: row.last_day, sinceJoining: row.since_joining }
}

export async function lastLetterOf(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
  together: string,
): Promise<Date | undefined> {
  const row = await db
    .selectFrom('notice_letters')
    .select('sent_at')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('together', '=', together)
    .orderBy('sent_at', 'desc')
    .executeTakeFirst()
  return row?.sent_at
}

export async function noteLetter(
  trx: Trx,
  letter: { communityId: string; memberId: string; sort: LetterSort; together?: string; awaited?: boolean },
  now: Date,
): Promise<void> {
  await trx
    .insertInto('notice_letters')
    .values({
      community_id: letter.communityId,
      member_id: letter.memberId,
      id: newId(now.getTime()),
      sort: letter.sort,
      together: letter.together ?? null,
      awaited: letter.awaited ?? false,
      sent_at: now,
    })
    .execute()
}

/** Whoever did what a notice tells of has died: it is read here, and no letter names them. */
const byRemembered = sql<boolean>`exists (
  select from events e join members m on m.community_id = e.community_id and m.id = e.actor_id
  where e.community_id = notices.community_id and e.id = notices.event_id and ${isRemembered('m')})`

/** Notices that nobody has read or written about, newest first. Held until the transaction ends. */
export async function unmailed(
  trx: Trx,
  communityId: string,
  memberId: string,
  which: { together?: string; kinds: readonly string[] },
): Promise<KeptNotice[]> {
  if (which.kinds.length === 0) return []
  let query = trx
    .selectFrom('notices')
    .select([
      'id',
      'member_id',
      'kind',
      'event_id',
      'post_id',
      'reply_id',
      'space_id',
      'subject_id',
      'together',
      'created_at',
      'read_at',
    ])
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('read_at', 'is', null)
    .where('mailed_at', 'is', null)
    .where('kind', 'in', [...which.kinds])
    .where((eb) => eb.not(byRemembered))
  if (which.together !== undefined) query = query.where('together', '=', which.together)
  const rows: NoticeRow[] = await query.orderBy('id', 'desc').limit(MOST_IN_A_LETTER).forUpdate().execute()
  return rows.map(noticeFromRow)
}

/** No letter will tell of these any more. Undone with the transaction when the letter could not be handed over. */
export async function markMailed(
  trx: Trx,
  communityId: string,
  memberId: string,
  notices: readonly KeptNotice[],
  now: Date,
): Promise<void> {
  if (notices.length === 0) return
  await trx
    .updateTable('notices')
    .set({ mailed_at: now })
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where(
      'id',
      'in',
      notices.map((notice) => notice.id),
    )
    .execute()
}

/** Notices that read as one line stand together, in the order of the newest of each. */
export function byTogether(notices: readonly KeptNotice[]): KeptNotice[][] {
  const lines = new Map<string, KeptNotice[]>()
  for (const notice of notices) lines.set(notice.together, [...(lines.get(notice.together) ?? []), notice])
  return [...lines.values()]
}

/** Members who have notices of these kinds that no letter told of. */
export async function membersWithUnmailed(
  db: DbOrTrx,
  communityId: string,
  kinds: readonly string[],
  zones: readonly string[],
  placeZone: string,
  since: Date,
): Promise<string[]> {
  if (kinds.length === 0 || zones.length === 0) return []
  const { rows } = await sql<{ member_id: string }>`
    select distinct n.member_id from notices n
    join members m on m.community_id = n.community_id and m.id = n.member_id
    where n.community_id = ${communityId} and n.kind = any(${[...kinds]}::text[]) and n.read_at is null and n.mailed_at is null
      and n.created_at > ${since} and coalesce(m.time_zone, ${placeZone}) = any(${[...zones]}::text[])`.execute(
    db,
  )
  return rows.map((row) => row.member_id)
}

export async function lastDaily(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
): Promise<Date | undefined> {
  const row = await db
    .selectFrom('notice_letters')
    .select('sent_at')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('sort', '=', 'daily')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.sent_at
}
