import { sql } from 'kysely'
import { noBlockWith } from '../../bounds/index.ts'
import { type House, type MemberViewer, unfitting } from '../../foundation/index.ts'
import { type Space, spaceVisible } from '../../spaces/index.ts'
import { handlesIn, PEOPLE_ASKED } from './rules.ts'
import { celebrationErrors as e } from './words.ts'

/**
 * Whom a celebration may ask to be named: members with an account who read its space. Nobody from behind a block, and
 * whoever is not there for another reason, looks the same.
 * @returns their ids
 * @throws KindlingError `nobody_of_that_handle`, `too_many_people`
 */
export async function readNameable(
  house: House,
  viewer: MemberViewer,
  space: Space,
  typed: string,
): Promise<string[]> {
  const handles = handlesIn(typed).filter((handle) => handle !== viewer.handle)
  if (handles.length === 0) return []
  if (handles.length > PEOPLE_ASKED)
    throw unfitting('people', 'too_many_people', e.tooMany, { count: PEOPLE_ASKED })
  const mine = { community: viewer.communityId, member: viewer.memberId }
  const theirs = { community: viewer.communityId, member: sql.ref('m.id') as unknown as string }
  const { rows } = await sql<{ id: string; handle: string }>`
    select m.id, m.handle from members m
    join spaces s on s.community_id = m.community_id and s.id = ${space.id}
    where m.community_id = ${viewer.communityId} and m.handle = any(${handles}) and m.status = 'active' and m.account_id is not null
      and ${noBlockWith(mine, sql`m.id`)} and ${spaceVisible(theirs)}`.execute(house.db)
  const found = new Map(rows.map(({ id, handle }) => [handle, id]))
  const unknown = handles.find((handle) => !found.has(handle))
  if (unknown) throw unfitting('people', 'nobody_of_that_handle', e.nobody, { handle: unknown.slice(0, 40) })
  return [...found.values()]
}
