import { spoke } from '../../attention/index.ts'
import { count, noteOutcome, type Trial, trialFor } from '../../experiments/index.ts'
import {
  type AppContext,
  type House,
  type MemberViewer,
  requireMember,
  type Typed,
} from '../../foundation/index.ts'
import { markOf, READ_ON_DEVICE } from '../after-pause.ts'
import { pauseKind } from '../kind.ts'
import { mayPause } from '../may-pause.ts'
import type { Writing } from '../pause-first.tsx'
import type { Arm } from '../rules.ts'
import { pauseExperiment } from './kind.ts'

/** Says in a form that its draft is counted. */
export const COUNTED = 'yes'

export const isCounted = ({ trial }: Typed): boolean => trial === COUNTED

/** A member's place in the trial of the pause, for a draft in a space of a kind. The budget is asked before this. */
export const pauseTrial = (
  house: House,
  viewer: MemberViewer,
  spaceKind: string | undefined,
): Promise<Trial | undefined> =>
  spaceKind === undefined
    ? Promise.resolve(undefined)
    : trialFor(house, viewer, pauseExperiment.name, { spaceKind })

export const armOf = (trial: Trial | undefined): Arm | undefined =>
  trial && (trial.heldOut ? 'held_out' : 'asked')

/**
 * A draft is counted: the pause spoke, or would have. The budget is used alike in both halves.
 * @returns whether the pause is to keep still
 */
export async function countDraft(house: House, viewer: MemberViewer, trial: Trial): Promise<boolean> {
  const added = await count(house, viewer, trial)
  if (trial.heldOut && added) await spoke(house, viewer, pauseKind, { still: true })
  return trial.heldOut
}

/** The same, told by a device: only where the budget allowed it there as well. */
export async function countTold(
  house: House,
  viewer: MemberViewer,
  spaceKind: string | undefined,
): Promise<void> {
  const { ordinary } = await mayPause(house, viewer)
  const trial = ordinary ? await pauseTrial(house, viewer, spaceKind) : undefined
  if (trial) await countDraft(house, viewer, trial)
}

/** What a member did after the pause asked them. */
export const noteAnswer = (house: House, viewer: MemberViewer, heeded: boolean): Promise<void> =>
  noteOutcome(house, viewer, pauseExperiment.name, { heeded })

/**
 * A form whose draft was counted became a post or reply. Without script it is seen here whether its words are others than those
 * that were asked about; with script the device says so itself, and may be later than the form. Posting never fails of it.
 */
export async function noteEntry(c: AppContext, writing: Writing, entryId: string): Promise<void> {
  const viewer = requireMember(c)
  const { house } = c.var
  const { typed, fields } = writing
  const { asked = '' } = typed
  const onDevice = asked === '' || asked === READ_ON_DEVICE
  try {
    if (asked === READ_ON_DEVICE) await countTold(house, viewer, (await writing.about())?.spaceKind)
    const heeded = onDevice ? undefined : asked !== markOf(typed, fields)
    await noteOutcome(house, viewer, pauseExperiment.name, { heeded, entryId })
  } catch (error) {
    house.log.error('pause_trial_failed', { code: (error as { code?: string }).code ?? 'unknown' })
  }
}
