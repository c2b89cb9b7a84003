import { askAttention, speaksOfGrave } from '../attention/index.ts'
import type { House, MemberViewer } from '../foundation/index.ts'
import { pauseKind } from './kind.ts'
import type { MayPause } from './rules.ts'

/** Whether the pause may speak to this member now. */
export async function mayPause(house: House, viewer: MemberViewer): Promise<MayPause> {
  const answer = await askAttention(house, viewer, pauseKind)
  return { ordinary: answer === 'speak', grave: speaksOfGrave(answer) }
}
