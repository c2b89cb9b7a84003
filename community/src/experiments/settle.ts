import type { House, Job } from '../foundation/index.ts'
import { type ExperimentKind, experimentKind } from './kinds.ts'
import { resultOf, SETTLES_AFTER_DAYS, settledAt } from './rules.ts'
import { countedIn, type Experiment, experimentsOf, keepResult, settleExposure, unsettled } from './store.ts'

const DAY = 86_400_000
const AT_ONCE = 200

/** Counts what came of everybody whose week is over. */
async function settleExposures(
  house: House,
  communityId: string,
  { id }: Experiment,
  kind: ExperimentKind,
): Promise<void> {
  const before = new Date(house.clock.now().getTime() - SETTLES_AFTER_DAYS * DAY)
  for (;;) {
    const due = await unsettled(house.db, communityId, id, before, AT_ONCE)
    if (due.length === 0) return
    const values = await kind.settle(house, communityId, due)
    for (const { memberId } of due)
      await settleExposure(house.db, { communityId, memberId }, id, values.get(memberId) ?? {})
  }
}

/** Once everybody is settled, only sums are kept. */
async function finish(
  house: House,
  communityId: string,
  experiment: Experiment,
  kind: ExperimentKind,
): Promise<void> {
  if (house.clock.now() < settledAt(experiment)) return
  const names = kind.outcomes.map(({ name }) => name)
  await house.db.transaction().execute(async (trx) => {
    const result = resultOf(names, await countedIn(trx, communityId, experiment.id))
    await keepResult(trx, communityId, experiment.id, result)
  })
}

/** Counts what came of things, and gives every experiment that is over its result. May run twice. */
export async function settleExperiments(house: House): Promise<void> {
  for (const { id: communityId } of await house.communities.all())
    for (const experiment of await experimentsOf(house.db, communityId)) {
      const kind = experimentKind(house, experiment.kind)
      if (!kind || experiment.stoppedAt || experiment.result) continue
      await settleExposures(house, communityId, experiment, kind)
      await finish(house, communityId, experiment, kind)
    }
}

export const settleJob: Job = { name: 'settle-experiments', schedule: '23 * * * *', run: settleExperiments }
