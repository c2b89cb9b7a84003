import { type RawBuilder, sql } from 'kysely'
import type { Asking } from '../bounds/index.ts'
import { isAdministrator, type Viewer } from '../foundation/index.ts'
import { readerId, spaceVisible } from '../spaces/index.ts'

/** Who asks for cases: administrators look after closed spaces they are not in, too. */
export interface AskingForCases extends Asking {
  administrator: boolean
}

export const askingForCases = (viewer: Viewer): AskingForCases => ({
  community: viewer.communityId,
  member: readerId(viewer),
  administrator: isAdministrator(viewer),
})

/**
 * The spaces whose cases this steward looks after, as a condition on a `spaces` row, which is missing where words stand in no
 * space: those are looked after by all.
 */
export function spaceInCare(asking: AskingForCases, space = 's'): RawBuilder<boolean> {
  return sql<boolean>`(${asking.administrator}::boolean or ${sql.ref(space)}.id is null or ${spaceVisible(asking, space)})`
}

/**
 * Whether a member looks after the space of a case, as a condition on `m` (members), `c` (the case) and `s` (its space, or
 * none), and was not a part of what it is about: what `casePolicy.decide` asks, but for blocks.
 */
export const memberMayDecide: RawBuilder<boolean> = sql<boolean>`(m.status = 'active' and m.role in ('steward', 'administrator')
  and m.id <> c.author_id and m.id is distinct from c.other_id
  and (m.role = 'administrator' or s.id is null or s.visibility <> 'invited' or exists (
    select from space_members i where i.community_id = s.community_id and i.space_id = s.id and i.member_id = m.id))
  and not exists (select from reports x where x.community_id = c.community_id and x.case_id = c.id and x.reporter_id = m.id))`

/** True where the asker has blocked who wrote or who reported the case. */
export function blocksSomebodyIn(asking: Asking, entry = 'c'): RawBuilder<boolean> {
  const c = sql.ref(entry)
  return sql<boolean>`exists (
    select from blocks b where b.community_id = ${c}.community_id and b.blocker_id = ${asking.member}::uuid
      and (b.blocked_id = ${c}.author_id
        or b.blocked_id in (select x.reporter_id from reports x where x.community_id = ${c}.community_id and x.case_id = ${c}.id)))`
}

/** True where the asker is one of those who reported it. */
export function reportedBy(asking: Asking, entry = 'c'): RawBuilder<boolean> {
  const c = sql.ref(entry)
  return sql<boolean>`exists (
    select from reports x where x.community_id = ${c}.community_id and x.case_id = ${c}.id and x.reporter_id = ${asking.member}::uuid)`
}

/**
 * What is held and waits for this steward, as a condition on an entry's row and on `s` (its space): the same
 * as for cases, so that whoever blocks every steward is seen all the same.
 */
export function heldInReach(asking: AskingForCases, entry: string): RawBuilder<boolean> {
  const e = sql.ref(entry)
  return sql<boolean>`(${e}.held_at is not null and ${e}.hidden_at is null and ${e}.deleted_at is null
    and ${e}.author_id <> ${asking.member}::uuid and ${spaceInCare(asking)}
    and not exists (select from blocks b where b.community_id = ${e}.community_id
      and b.blocker_id = ${asking.member}::uuid and b.blocked_id = ${e}.author_id))`
}

/**
 * The cases a steward may decide, as a condition on the rows `c` (case) and `s` (its space, or none): what
 * `casePolicy.decide` says. Every list of cases starts from it.
 */
export function caseInReach(asking: AskingForCases): RawBuilder<boolean> {
  return sql<boolean>`(c.author_id <> ${asking.member}::uuid and c.other_id is distinct from ${asking.member}::uuid and ${spaceInCare(asking)}
    and not ${reportedBy(asking)} and not ${blocksSomebodyIn(asking)})`
}
