import type { House, StoredEvent } from '../foundation/index.ts'
import { unreachableFor } from './visibility.ts'

/** Whom an event is for, unless they blocked or muted who did it: nobody is told anything by these. */
export async function memberIfReachable(house: House, event: StoredEvent): Promise<string[]> {
  const { communityId, memberId, actorId } = event
  if (!memberId || !actorId) return []
  const unreachable = await unreachableFor(house.db, communityId, actorId, [memberId])
  return unreachable.has(memberId) ? [] : [memberId]
}
