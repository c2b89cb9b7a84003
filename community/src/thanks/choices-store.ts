import type { DbOrTrx } from '../foundation/index.ts'
import type { HugForm } from './rules.ts'

export interface ThanksChoices {
  showing: 'always' | 'ask' | 'never'
  hug: HugForm
}

const usual: ThanksChoices = { showing: 'ask', hug: 'hug' }

/** What members chose about what they are given; who never chose has the usual. */
export async function choicesOf(
  db: DbOrTrx,
  communityId: string,
  memberIds: readonly string[],
): Promise<Map<string, ThanksChoices>> {
  if (memberIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('thanks_choices')
    .select(['member_id', 'showing', 'hug'])
    .where('community_id', '=', communityId)
    .where('member_id', 'in', [...memberIds])
    .execute()
  const chosen = new Map(rows.map(({ member_id, showing, hug }) => [member_id, { showing, hug }]))
  return new Map(memberIds.map((id) => [id, chosen.get(id) ?? usual]))
}

export async function setChoices(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
  choices: Partial<ThanksChoices>,
): Promise<void> {
  await db
    .insertInto('thanks_choices')
    .values({ community_id: communityId, member_id: memberId, ...usual, ...choices })
    .onConflict((conflict) => conflict.columns(['community_id', 'member_id']).doUpdateSet(choices))
    .execute()
}
