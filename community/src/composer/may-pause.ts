import { attentionOf, speaksOfGrave } from '../attention/index.ts'
import type { House, MemberViewer } from '../foundation/index.ts'
import { pauseKind } from './kind.ts'
import type { MayPause } from './rules.ts'

/** Whether the pause may speak to this member now, and whether they have had enough of it. */
export async function pauseStanding(
  house: House,
  viewer: MemberViewer,
): Promise<{ may: MayPause; tired: boolean }> {
  const { answer, tired } = await attentionOf(house, viewer, pauseKind)
  return { may: { ordinary: answer === 'speak', grave: speaksOfGrave(answer) }, tired }
}

export const mayPause = async (house: House, viewer: MemberViewer): Promise<MayPause> =>
  (await pauseStanding(house, viewer)).may
