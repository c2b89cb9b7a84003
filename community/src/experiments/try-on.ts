import type { House, MemberViewer } from '../foundation/index.ts'
import { activeWriters } from './kinds.ts'
import { experimentPolicy } from './policy.ts'
import { ACTIVE_AT_LEAST, isHeldOut } from './rules.ts'
import { addExposure, noteExposure, openTo } from './store.ts'

/** A member's place in an experiment that runs. */
export interface Trial {
  experimentId: string
  heldOut: boolean
}

/** So long after a member was counted it is heard what they did with it, in milliseconds: drafts may wait for days. */
const HEARD_WITHIN = 3 * 86_400_000

/**
 * The place of a member in a running experiment of a kind, before it reaches them: nothing where none runs, where they left, were
 * counted already, or may not be tried on. Whatever else keeps the thing from speaking is to be asked before this, so that both
 * halves differ by nothing but it.
 */
export async function trialFor(
  house: House,
  viewer: MemberViewer,
  kind: string,
  where: { spaceKind: string },
): Promise<Trial | undefined> {
  if (!experimentPolicy.tryOn(viewer, where)) return undefined
  const open = await openTo(house.db, viewer, kind, house.clock.now())
  if (!open || (await activeWriters(house, viewer.communityId)) < ACTIVE_AT_LEAST) return undefined
  return { experimentId: open.id, heldOut: isHeldOut(open.id, viewer.memberId, open.heldOut) }
}

/** It reached this member, or would have. @returns false where they were counted before */
export const count = (house: House, viewer: MemberViewer, trial: Trial): Promise<boolean> =>
  addExposure(house.db, viewer, { ...trial, now: house.clock.now() })

/** What a member who was counted did with it, or the entry that came of it. Of others nothing is noted. */
export async function noteOutcome(
  house: House,
  viewer: MemberViewer,
  kind: string,
  known: { heeded?: boolean | undefined; entryId?: string | undefined },
): Promise<void> {
  if (known.heeded === undefined && known.entryId === undefined) return
  const since = new Date(house.clock.now().getTime() - HEARD_WITHIN)
  await noteExposure(house.db, viewer, kind, known, since)
}
