import { type RawBuilder, sql } from 'kysely'
import { type Asking, noBlockWith, notMuted } from '../bounds/index.ts'
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
