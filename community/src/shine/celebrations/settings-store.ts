import type { DbOrTrx, Trx } from '../../foundation/index.ts'
import { kindDefaults, type Space } from '../../spaces/index.ts'

/** What is on in a space. */
export interface SpaceSwitches {
  /** Celebrations may be opened. */
  opens: boolean
  /** Anniversaries and firsts from here are offered to the person they are of. */
  offers: boolean
}

/** What is on in these spaces: what was switched, or else what their kind decides. */
export async function switchesOf(
  db: DbOrTrx,
  communityId: string,
  spaces: readonly Pick<Space, 'id' | 'kind'>[],
): Promise<Map<string, SpaceSwitches>> {
  const rows = await db
    .selectFrom('celebration_spaces')
    .select(['space_id', 'opens', 'offers'])
    .where('community_id', '=', communityId)
    .execute()
  const switched = new Map(rows.map(({ space_id, opens, offers }) => [space_id, { opens, offers }]))
  return new Map(
    spaces.map(({ id, kind }) => {
      const usual = kindDefaults[kind].celebrations
      return [id, switched.get(id) ?? { opens: usual, offers: usual }]
    }),
  )
}

export async function switchSpace(
  trx: Trx,
  communityId: string,
  spaceId: string,
  switches: SpaceSwitches,
): Promise<void> {
  await trx
    .insertInto('celebration_spaces')
    .values({ community_id: communityId, space_id: spaceId, ...switches })
    .onConflict((conflict) => conflict.columns(['community_id', 'space_id']).doUpdateSet({ ...switches }))
    .execute()
}
