import { type DbOrTrx, keptFor, type Trx } from '../../foundation/index.ts'
import type { HeadStarts } from './rules.ts'

export interface ChosenOrder {
  starts: HeadStarts
  chosenAt: Date
}

/** Another server may have changed it; within this time every page knows. */
const KEPT_MILLISECONDS = 5_000

/** What the spaces of a place chose, by id. Hardly any did, and every page of a space asks. */
export const chosenOrders = keptFor(
  KEPT_MILLISECONDS,
  async ({ db }, communityId): Promise<ReadonlyMap<string, ChosenOrder>> => {
    const rows = await db
      .selectFrom('kind_orders')
      .selectAll()
      .where('community_id', '=', communityId)
      .execute()
    return new Map(
      rows.map(({ space_id, unanswered, first, bridges, chosen_at }) => [
        space_id,
        { starts: { unanswered, first, bridges }, chosenAt: chosen_at },
      ]),
    )
  },
)

export async function setKindOrder(
  trx: Trx,
  {
    communityId,
    spaceId,
    starts,
    by,
    now,
  }: {
    communityId: string
    spaceId: string
    starts: HeadStarts
    by: string
    now: Date
  },
): Promise<void> {
  const chosen = { ...starts, chosen_by: by, chosen_at: now }
  await trx
    .insertInto('kind_orders')
    .values({ community_id: communityId, space_id: spaceId, ...chosen })
    .onConflict((conflict) => conflict.columns(['community_id', 'space_id']).doUpdateSet(chosen))
    .execute()
}

export async function removeKindOrder(db: DbOrTrx, communityId: string, spaceId: string): Promise<void> {
  await db
    .deleteFrom('kind_orders')
    .where('community_id', '=', communityId)
    .where('space_id', '=', spaceId)
    .execute()
}
