import { askAttention } from '../attention/index.ts'
import type { House, MemberViewer } from '../foundation/index.ts'
import { pauseKind } from './kind.ts'
import type { MayPause } from './rules.ts'

/** Whether the pause may speak to this member now. */
export async function mayPause(house: House, viewer: MemberViewer): Promise<MayPause> {
  const [ordinary, grave] = await Promise.all([
    askAttention(house, viewer, pauseKind),
    askAttention(house, viewer, pauseKind, true),
  ])
  return { ordinary: ordinary === 'speak', grave: grave === 'speak' }
}
