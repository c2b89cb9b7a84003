import type { DbOrTrx } from '../foundation/index.ts'
import { pairOf } from './rules.ts'

/** Whether two members may both write to each other, for other rooms that ask if they know each other. */
export async function talkWithEachOther(
  db: DbOrTrx,
  communityId: string,
  one: string,
  other: string,
): Promise<boolean> {
  const { low, high } = pairOf(one, other)
  const row = await db
    .selectFrom('message_conversations')
    .select('id')
    .where('community_id', '=', communityId)
    .where('low_id', '=', low)
    .where('high_id', '=', high)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return row !== undefined
}
