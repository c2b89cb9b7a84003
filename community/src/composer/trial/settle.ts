import { SETTLES_AFTER_DAYS, type SettledExposure, type Values } from '../../experiments/index.ts'
import type { House } from '../../foundation/index.ts'
import { type CameOf, cameOf } from './afterwards.ts'

const DAY = 86_400_000

/** What became of one draft. Either half is looked at alike: where nobody asked, words may still be changed or taken back. */
export function valuesOf(draft: SettledExposure, came: CameOf | undefined): Values {
  const stands = draft.entryId !== null && came !== undefined && !came.takenBack
  const edited = stands && ((!draft.heldOut && draft.heeded === true) || draft.entryChanged)
  return {
    sent: stands && !edited ? 1 : 0,
    edited: edited ? 1 : 0,
    withdrawn: stands ? 0 : 1,
    replies: came?.replies ?? 0,
    reply_reported: came?.replyReported ? 1 : 0,
  }
}

/** What became of drafts that the pause asked about, or would have. */
export async function settlePauses(
  house: House,
  communityId: string,
  drafts: readonly SettledExposure[],
): Promise<Map<string, Values>> {
  const entries = drafts.flatMap(({ entryId, exposedAt }) =>
    entryId
      ? [{ id: entryId, from: exposedAt, until: new Date(exposedAt.getTime() + SETTLES_AFTER_DAYS * DAY) }]
      : [],
  )
  const came = await cameOf(house, communityId, entries)
  return new Map(drafts.map((draft) => [draft.memberId, valuesOf(draft, came.get(draft.entryId ?? ''))]))
}
