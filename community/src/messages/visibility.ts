import { type RawBuilder, sql } from 'kysely'
import { type Asking, noBlockWith } from '../bounds/index.ts'

/**
 * The one rule of who sees a conversation, as a condition on a row of `message_sides`: it is the asker's own side, and no
 * block stands between the two. Every query about conversations starts from it.
 */
export function ownSide(asking: Asking, side = 's'): RawBuilder<boolean> {
  const s = sql.ref(side)
  return sql<boolean>`(${s}.community_id = ${asking.community} and ${s}.member_id = ${asking.member}::uuid
    and ${noBlockWith(asking, sql`${s}.other_id`)})`
}

/** Whether the asker reads the words of a message `x`: what a steward hid, only who wrote it. */
export function readable(asking: Asking, message = 'x'): RawBuilder<boolean> {
  const x = sql.ref(message)
  return sql<boolean>`(${x}.hidden_at is null or ${x}.author_id = ${asking.member}::uuid)`
}
