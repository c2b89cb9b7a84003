import { sql } from 'kysely'
import { type Asking, noBlockWith } from '../../bounds/index.ts'
import { type DbOrTrx, type House, prepare, type Tables, type Trx } from '../../foundation/index.ts'
import type { PersonFacts } from './policy.ts'
import type { Answer } from './rules.ts'

/** Somebody who was asked whether others may be told about them. */
export interface Asked {
  id: string
  memberId: string
  answer: Answer | null
  askedAt: Date
  shownFrom: Date | null
  shownUntil: Date | null
}

const stored = (row: Tables['spotlights']): Asked => ({
  id: row.id,
  memberId: row.member_id,
  answer: row.answer,
  askedAt: row.asked_at,
  shownFrom: row.shown_from,
  shownUntil: row.shown_until,
})

/** @returns false where they were asked in this season already */
export async function addAsked(
  trx: Trx,
  communityId: string,
  one: { id: string; memberId: string; season: string; askedAt: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('spotlights')
    .values({
      community_id: communityId,
      id: one.id,
      member_id: one.memberId,
      season: one.season,
      asked_at: one.askedAt,
      answer: null,
      shown_from: null,
      shown_until: null,
      shown_words: [],
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function askedById(db: DbOrTrx, communityId: string, id: string): Promise<Asked | undefined> {
  const row = await db
    .selectFrom('spotlights')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && stored(row)
}

/** What somebody was asked last. */
export async function lastAsked(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
): Promise<Asked | undefined> {
  const row = await db
    .selectFrom('spotlights')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .orderBy('asked_at', 'desc')
    .executeTakeFirst()
  return row && stored(row)
}

export async function changeAsked(
  trx: Trx,
  communityId: string,
  id: string,
  change: { answer?: Answer; shown_from?: Date; shown_until?: Date | null; shown_words?: string[] },
): Promise<void> {
  await trx
    .updateTable('spotlights')
    .set(change)
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** One answer after the other, so that two who say yes at once follow each other. */
export async function holdTheLight(trx: Trx, communityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`spotlight ${communityId}`}, 0))`.execute(trx)
}

/** When the light is free: the end of the last one that shines or waits; undefined where it is free now. */
export async function takenUntil(db: DbOrTrx, communityId: string, now: Date): Promise<Date | undefined> {
  const row = await db
    .selectFrom('spotlights')
    .select((eb) => eb.fn.max('shown_until').as('until'))
    .where('community_id', '=', communityId)
    .where('shown_until', '>', now)
    .executeTakeFirst()
  return row?.until ?? undefined
}

/** Who stands in the light, as one member may see it. */
export interface Lit {
  id: string
  member: { id: string; name: string; handle: string; pictureId: string | null }
  until: Date
  /** Ids of what others may read, in the order in which it stands. */
  words: string[]
}

interface Row {
  id: string
  member_id: string
  name: string
  handle: string
  picture_id: string | null
  until: Date
  words: string[]
}

const lit = prepare<Asking & { now: Date }, Row>(
  'spotlight-lit',
  (
    _,
    p,
  ) => sql`select l.id, l.member_id, m.name, m.handle, m.picture_id, l.shown_until as until, l.shown_words as words
    from spotlights l
    join members m on m.community_id = l.community_id and m.id = l.member_id and m.status = 'active'
    where l.community_id = ${p.community} and l.answer = 'yes' and l.shown_from <= ${p.now} and l.shown_until > ${p.now}
      and ${noBlockWith(p, sql`l.member_id`)}
    order by l.shown_from limit 1`,
)

export async function litNow(
  house: House,
  asking: { community: string; member: string },
): Promise<Lit | undefined> {
  const [row] = await lit(house, { ...asking, now: house.clock.now() })
  if (!row) return undefined
  const member = { id: row.member_id, name: row.name, handle: row.handle, pictureId: row.picture_id }
  return { id: row.id, member, until: row.until, words: row.words }
}

export interface Choices {
  asks: boolean
  written: boolean
}

export async function choicesOf(db: DbOrTrx, communityId: string, memberId: string): Promise<Choices> {
  const row = await db
    .selectFrom('spotlight_choices')
    .select(['asks', 'written'])
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row ?? { asks: true, written: true }
}

export async function setChoices(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
  choices: Choices,
): Promise<void> {
  await db
    .insertInto('spotlight_choices')
    .values({ community_id: communityId, member_id: memberId, ...choices })
    .onConflict((conflict) => conflict.columns(['community_id', 'member_id']).doUpdateSet({ ...choices }))
    .execute()
}

/** Members, with what one asks before writing about somebody. */
export const peopleToWriteAbout = (db: DbOrTrx, communityId: string) =>
  db
    .selectFrom('members as m')
    .leftJoin('spotlight_choices as c', (join) =>
      join.onRef('c.community_id', '=', 'm.community_id').onRef('c.member_id', '=', 'm.id'),
    )
    .select(['m.id', 'm.name', 'm.handle', 'm.status', 'm.account_id', 'm.under_18', 'c.written'])
    .where('m.community_id', '=', communityId)

export const personFacts = (row: {
  id: string
  status: string
  account_id: string | null
  under_18: boolean
  written: boolean | null
}): PersonFacts => ({
  id: row.id,
  here: row.status === 'active' && row.account_id !== null,
  under18: row.under_18,
  closed: row.written === false,
})

/** Somebody left: nothing of theirs stays in the light or in a lot. */
export async function eraseSpotlightsOf(trx: Trx, communityId: string, memberId: string): Promise<void> {
  for (const table of ['spotlights', 'spotlight_hosts', 'spotlight_choices'] as const)
    await trx
      .deleteFrom(table)
      .where('community_id', '=', communityId)
      .where('member_id', '=', memberId)
      .execute()
  await trx
    .deleteFrom('spotlight_draws')
    .where('community_id', '=', communityId)
    .where('host_id', '=', memberId)
    .execute()
}
