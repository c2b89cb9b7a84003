import { deliverEvents, type House, listenersOf } from '../../src/foundation/index.ts'
import type { TestMember } from './app.ts'

/** Tells listeners everything that happened, as the running house would. */
export async function deliver(house: House): Promise<void> {
  await deliverEvents(house, listenersOf(house.features))
}

/** Kinds of what reached a member, oldest first. */
export async function reached(house: House, member: TestMember): Promise<string[]> {
  const rows = await house.db
    .selectFrom('notices')
    .select('kind')
    .where('member_id', '=', member.id)
    .where('kind', '!=', 'welcome')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.kind)
}
