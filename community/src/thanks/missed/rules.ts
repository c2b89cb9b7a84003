import type { Need } from '../../conversation/index.ts'

const DAY = 86_400_000
/** Nobody is reminded of anything while they find their way. */
export const NOT_BEFORE = 3 * DAY
/** It stays so long, so that a page may be read twice; after that it is over for this ask. */
export const REMINDED_MILLISECONDS = 30 * 60_000
/** Names in one reminder: a page, not a register. */
export const ANSWERERS = 12

/** Whether a post asks for something, so that answering it is help. */
export const isAsk = (need: Need | null): boolean => need !== null && need !== 'celebrate'

export const isNewHere = (joinedAt: Date, now: Date): boolean =>
  now.getTime() - joinedAt.getTime() < NOT_BEFORE
