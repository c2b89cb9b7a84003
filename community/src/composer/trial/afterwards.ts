import type { House } from '../../foundation/index.ts'

/** A post or reply, and the time within which it is looked at what came of it. */
export interface Entry {
  id: string
  from: Date
  until: Date
}

/** What came of a post or reply; each feature knows some of it. */
export interface CameOf {
  takenBack: boolean
  /** Answers to it by others. */
  replies: number
  /** Whether somebody reported one of them. */
  replyReported: boolean
}

declare module '../../foundation/feature.ts' {
  interface Feature {
    /** What came of posts and replies, by id, in numbers: for judging whether something helps. */
    cameOf?(
      house: House,
      communityId: string,
      entries: readonly Entry[],
    ): Promise<Map<string, Partial<CameOf>>>
  }
}

/** What all features know of entries, by id. */
export async function cameOf(
  house: House,
  communityId: string,
  entries: readonly Entry[],
): Promise<Map<string, CameOf>> {
  const known = await Promise.all(
    house.features.flatMap((feature) => feature.cameOf?.(house, communityId, entries) ?? []),
  )
  const nothing: CameOf = { takenBack: false, replies: 0, replyReported: false }
  return new Map(
    entries.map(({ id }) => [id, Object.assign({ ...nothing }, ...known.map((one) => one.get(id)))]),
  )
}
