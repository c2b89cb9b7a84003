import type { House, MemberViewer } from '../foundation/index.ts'
import { type AttentionKind, attentionKinds } from './kinds.ts'
import { type Answer, dismissedInRow, mayAsk, type Outcome, TIRED_AFTER } from './rules.ts'
import { addUse, choicesOf, countSpokenTo, endUse, usesOf } from './store.ts'

/** So long after something spoke an answer to it counts, in milliseconds: drafts may wait for days. */
const ANSWERED_WITHIN = 3 * 86_400_000

/** How a kind stands with a member. */
export interface Standing {
  /** Whether it may speak now. */
  answer: Answer
  /** They did not want it twice in a row: once more, and they are asked whether it should stay away for good. */
  tired: boolean
}

export async function attentionOf(
  house: House,
  viewer: MemberViewer,
  kind: AttentionKind,
): Promise<Standing> {
  const now = house.clock.now()
  const [uses, choices] = await Promise.all([usesOf(house.db, viewer, now), choicesOf(house.db, viewer)])
  const interrupting = new Set(
    attentionKinds(house)
      .filter(({ interrupts }) => interrupts)
      .map(({ name }) => name),
  )
  return {
    answer: mayAsk(kind, { uses, choices, interrupting }, now),
    tired: dismissedInRow(uses, kind.name) >= TIRED_AFTER,
  }
}

/** Whether a kind may speak to this member now. */
export const askAttention = async (
  house: House,
  viewer: MemberViewer,
  kind: AttentionKind,
): Promise<Answer> => (await attentionOf(house, viewer, kind)).answer

/**
 * A kind spoke to this member.
 * @param how whether it was too grave to count against the limits, or kept still because it is tried what happens without it
 */
export async function spoke(
  house: House,
  viewer: MemberViewer,
  kind: AttentionKind,
  { grave = false, still = false }: { grave?: boolean; still?: boolean } = {},
): Promise<void> {
  await addUse(house.db, viewer, { kind: kind.name, at: house.clock.now(), free: grave, still })
}

/** What came of the last time that a kind spoke to this member. */
export async function ended(
  house: House,
  viewer: MemberViewer,
  kind: AttentionKind,
  outcome: Outcome,
): Promise<void> {
  const since = new Date(house.clock.now().getTime() - ANSWERED_WITHIN)
  await endUse(house.db, viewer, kind.name, outcome, since)
}

/** How many members a kind spoke to in the last days, of those who are 18 or older. What was grave does not count. */
export async function membersSpokenTo(
  house: House,
  communityId: string,
  kind: AttentionKind,
  days: number,
): Promise<number> {
  const since = new Date(house.clock.now().getTime() - days * 86_400_000)
  return countSpokenTo(house.db, communityId, kind.name, since)
}
