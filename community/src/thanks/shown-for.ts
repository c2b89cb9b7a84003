import { type RawBuilder, sql } from 'kysely'

/**
 * Whether somebody thanked for a reply where others read it, as a condition on a `replies` row. What stays between two
 * plays no part: a list that is shorter for it would tell that it was given.
 */
export function shownThanksFor(reply = 'r'): RawBuilder<boolean> {
  const r = sql.ref(reply)
  return sql<boolean>`exists (select from thanks t where t.community_id = ${r}.community_id and t.post_id = ${r}.post_id
    and t.reply_id = ${r}.id and t.showing = 'shown' and t.reach = 'reached' and t.taken_back_at is null
    and t.put_away_at is null and t.hidden_at is null)`
}
