import { type RawBuilder, sql } from 'kysely'
import type { Asking } from '../bounds/index.ts'

/**
 * The one rule of who sees a space, as a condition on a `spaces` row named `alias`. Every list, search,
 * count, export and stream of anything inside a space starts from it.
 */
export function spaceVisible(asking: Asking, alias = 's'): RawBuilder<boolean> {
  const s = sql.ref(alias)
  return sql<boolean>`(${s}.visibility = 'public'
    or (${s}.visibility = 'members' and ${asking.member}::uuid is not null)
    or (${s}.visibility = 'invited' and exists (
      select from space_members sm where sm.community_id = ${s}.community_id and sm.space_id = ${s}.id and sm.member_id = ${asking.member}::uuid)))`
}
