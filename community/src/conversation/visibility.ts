import { type RawBuilder, sql } from 'kysely'
import { apartFromAsker, type Asking, noBlockWith, notMuted } from '../bounds/index.ts'
import { spaceVisible } from '../spaces/index.ts'

/**
 * The one rule of who sees a post or reply, as a condition on the rows `space` and `entry`. A post
 * without a name is not tied to its author's blocks: whether it vanishes would say who wrote it.
 */
export function entryVisible(asking: Asking, entry: string, space = 's'): RawBuilder<boolean> {
  const e = sql.ref(entry)
  return sql<boolean>`(${spaceVisible(asking, space)} and (${e}.unnamed or ${noBlockWith(asking, sql`${e}.author_id`)}))`
}

/** For lists: also without whom the asker muted. */
export function entryListed(asking: Asking, entry: string, space = 's'): RawBuilder<boolean> {
  const e = sql.ref(entry)
  return sql<boolean>`(${entryVisible(asking, entry, space)} and ${e}.deleted_at is null and ${e}.hidden_at is null
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
      and x.deleted_at is null and x.author_id in ${apartFromAsker(asking)}) else 0 end)`
}
