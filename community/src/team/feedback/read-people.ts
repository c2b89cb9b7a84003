import { unreachableFor } from '../../bounds/index.ts'
import type { DbOrTrx, MemberViewer } from '../../foundation/index.ts'
import type { PersonFacts } from './policy.ts'
import { SPACE_AT_MOST } from './rules.ts'

const people = (db: DbOrTrx, communityId: string) =>
  db
    .selectFrom('members as m')
    .select(['m.id', 'm.under_18', 'm.account_id'])
    .where('m.community_id', '=', communityId)
    .where('m.status', '=', 'active')

const facts = (row: { id: string; under_18: boolean; account_id: string | null }): PersonFacts => ({
  id: row.id,
  here: row.account_id !== null,
  under18: row.under_18,
})

/** Somebody by handle, with or without "@", or by their whole name; nothing where nobody or several are called that. */
export async function personNamed(
  db: DbOrTrx,
  communityId: string,
  text: string,
): Promise<PersonFacts | undefined> {
  const name = text.trim().replace(/^@/, '').toLowerCase()
  const rows = await people(db, communityId)
    .where((eb) => eb.or([eb('m.handle', '=', name), eb(eb.fn<string>('lower', ['m.name']), '=', name)]))
    .limit(2)
    .execute()
  return rows.length === 1 ? facts(rows[0]!) : undefined
}

/** Who was let into a space; one more than may be asked, where there are more. */
export async function peopleIn(db: DbOrTrx, communityId: string, spaceId: string): Promise<PersonFacts[]> {
  const rows = await people(db, communityId)
    .innerJoin('space_members as sm', (join) =>
      join.onRef('sm.community_id', '=', 'm.community_id').onRef('sm.member_id', '=', 'm.id'),
    )
    .where('sm.space_id', '=', spaceId)
    .orderBy('m.id')
    .limit(SPACE_AT_MOST + 2)
    .execute()
  return rows.map(facts)
}

/** Of these, whom an ask does not reach: on either side of a block or of a mute. Nobody is told which. */
export async function unreachableHere(
  db: DbOrTrx,
  { communityId, memberId }: MemberViewer,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const theirs = await unreachableFor(db, communityId, memberId, ids)
  const mine = await db
    .selectFrom('mutes')
    .select('muted_id')
    .where('community_id', '=', communityId)
    .where('muter_id', '=', memberId)
    .where('muted_id', 'in', [...ids])
    .execute()
  return new Set([...theirs, ...mine.map((row) => row.muted_id)])
}
