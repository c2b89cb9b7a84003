import { type RawBuilder, sql } from 'kysely'
import { type Asking, noBlockWith } from '../../bounds/index.ts'
import { entryVisible } from '../../conversation/index.ts'

/**
 * Who sees a line, as a condition on the rows `h` (hearings), `p` (its post), `s` (its space) and `r` (its reply, or none): who
 * sees the entry it is about, and has no block towards its listener. What a steward hid is there for its listener alone. Where a block came to stand between listener and author
 * it is gone for everybody, unless the entry stands without a name: if the line vanished, it would say who wrote it.
 */
export function hearingVisible(asking: Asking): RawBuilder<boolean> {
  return sql<boolean>`(h.removed_at is null and (h.hidden_at is null or h.listener_id = ${asking.member}::uuid) and ${entryVisible(asking, 'p')} and ${noBlockWith(asking, sql`h.listener_id`)}
    and case when h.reply_id is null then p.deleted_at is null and p.hidden_at is null
      else r.deleted_at is null and r.hidden_at is null and ${entryVisible(asking, 'r')} end
    and (case when h.reply_id is null then p.unnamed else r.unnamed end or not exists (
      select from blocks hb where hb.community_id = h.community_id
        and ((hb.blocker_id = h.author_id and hb.blocked_id = h.listener_id)
          or (hb.blocker_id = h.listener_id and hb.blocked_id = h.author_id)))))`
}
