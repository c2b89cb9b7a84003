import { type RawBuilder, sql } from 'kysely'
import { type Asking, apartFromAsker, noBlockWith, notMuted } from '../bounds/index.ts'
import { spaceVisible } from '../spaces/index.ts'

/** What is held is there for its author and for stewards alone. Asks who is a steward only where something is held. */
function notHeldFrom(asking: Asking, entry: string): RawBuilder<boolean> {
  const e = sql.ref(entry)
  return sql<boolean>`(${e}.held_at is null or ${e}.author_id = ${asking.member}::uuid or exists (
    select from members steward where steward.community_id = ${asking.community} and steward.id = ${asking.member}::uuid
      and steward.status = 'active' and steward.role in ('steward', 'administrator')))`
}

/**
 * The one rule of who sees a post or reply, as a condition on the rows `space` and `entry`. A post
 * without a name is not tied to its author's blocks: whether it vanishes would say who wrote it.
 */
export function entryVisible(asking: Asking, entry: string, space = 's'): RawBuilder<boolean> {
  const e = sql.ref(entry)
  return sql<boolean>`(${spaceVisible(asking, space)} and ${notHeldFrom(asking, entry)}
    and (${e}.unnamed or ${noBlockWith(asking, sql`${e}.author_id`)}))`
}

/** For lists: also without whom the asker muted; what is held stands in its author's lists alone. */
export function entryListed(asking: Asking, entry: string, space = 's'): RawBuilder<boolean> {
  const e = sql.ref(entry)
  return sql<boolean>`(${entryVisible(asking, entry, space)} and ${e}.deleted_at is null and ${e}.hidden_at is null
    and (${e}.held_at is null or ${e}.author_id = ${asking.member}::uuid)
    and (${e}.unnamed or ${notMuted(asking, sql`${e}.author_id`)}))`
}

/**
 * How many answers of a post are by somebody on the other side of a block: they are not counted for this
 * reader either. Costs nothing for who has blocked nobody and whom nobody has blocked.
 */
export function repliesOutOfReach(asking: Asking, post: string): RawBuilder<number> {
  const p = sql.ref(post)
  return sql<number>`(case when exists ${apartFromAsker(asking)} then (
    select count(*)::int from replies x where x.community_id = ${p}.community_id and x.post_id = ${p}.id and not x.unnamed
      and x.deleted_at is null and x.held_at is null and x.author_id in ${apartFromAsker(asking)}) else 0 end)`
}
