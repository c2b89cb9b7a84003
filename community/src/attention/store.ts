import { type DbOrTrx, newId } from '../foundation/index.ts'
import type { AttentionChoices, Outcome, Use } from './rules.ts'

const DAY = 86_400_000
/** Days that rules look back, and the page shows. */
export const LOOKS_BACK = 62
/** The last of them are enough for every rule; only what is grave has no limit. */
const MOST_USES = 300

/** Stands in place of a kind where a member wants just the conversation. No kind has this name. */
export const EVERYTHING = '*'

interface Whose {
  communityId: string
  memberId: string
}

/** What spoke to a member lately, youngest first. */
export async function usesOf(db: DbOrTrx, { communityId, memberId }: Whose, now: Date): Promise<Use[]> {
  const rows = await db
    .selectFrom('attention_uses')
    .select(['kind', 'asked_at', 'outcome', 'free', 'kept_still'])
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('asked_at', '>', new Date(now.getTime() - LOOKS_BACK * DAY))
    .orderBy('id', 'desc')
    .limit(MOST_USES)
    .execute()
  return rows.map(({ kind, asked_at, outcome, free, kept_still }) => ({
    kind,
    at: asked_at,
    outcome,
    free,
    still: kept_still,
  }))
}

export async function choicesOf(db: DbOrTrx, { communityId, memberId }: Whose): Promise<AttentionChoices> {
  const rows = await db
    .selectFrom('attention_off')
    .select('kind')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .execute()
  const off = new Set(rows.map(({ kind }) => kind))
  return { quiet: off.delete(EVERYTHING), off }
}

export async function addUse(
  db: DbOrTrx,
  { communityId, memberId }: Whose,
  use: Pick<Use, 'kind' | 'at' | 'free' | 'still'>,
): Promise<void> {
  await db
    .insertInto('attention_uses')
    .values({
      community_id: communityId,
      member_id: memberId,
      id: newId(use.at.getTime()),
      kind: use.kind,
      asked_at: use.at,
      outcome: null,
      free: use.free,
      kept_still: use.still,
    })
    .execute()
}

/** Says what came of the last time that a kind spoke, if that is not known yet and was after `since`. */
export async function endUse(
  db: DbOrTrx,
  { communityId, memberId }: Whose,
  kind: string,
  outcome: Outcome,
  since: Date,
): Promise<void> {
  const last = db
    .selectFrom('attention_uses')
    .select('id')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .limit(1)
  await db
    .updateTable('attention_uses')
    .set({ outcome })
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('id', '=', last)
    .where('outcome', 'is', null)
    .where('asked_at', '>', since)
    .execute()
}

/** Whether a kind stays away from a member, or all of them (`EVERYTHING`). */
export async function setOff(
  db: DbOrTrx,
  { communityId, memberId }: Whose,
  kind: string,
  off: boolean,
): Promise<void> {
  if (off)
    await db
      .insertInto('attention_off')
      .values({ community_id: communityId, member_id: memberId, kind })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else
    await db
      .deleteFrom('attention_off')
      .where('community_id', '=', communityId)
      .where('member_id', '=', memberId)
      .where('kind', '=', kind)
      .execute()
}

export async function pruneUses(db: DbOrTrx, communityId: string, before: Date): Promise<void> {
  await db
    .deleteFrom('attention_uses')
    .where('community_id', '=', communityId)
    .where('asked_at', '<', before)
    .execute()
}

/** Members of 18 or older whom a kind spoke to since a time, within the limits. */
export async function countSpokenTo(
  db: DbOrTrx,
  communityId: string,
  kind: string,
  since: Date,
): Promise<number> {
  const { count } = await db
    .selectFrom('attention_uses as u')
    .innerJoin('members as m', (join) =>
      join.onRef('m.community_id', '=', 'u.community_id').onRef('m.id', '=', 'u.member_id'),
    )
    .select((eb) => eb.fn.count<number>('u.member_id').distinct().as('count'))
    .where('u.community_id', '=', communityId)
    .where('u.kind', '=', kind)
    .where('u.asked_at', '>', since)
    .where('u.free', '=', false)
    .where('m.under_18', '=', false)
    .executeTakeFirstOrThrow()
  return Number(count)
}
