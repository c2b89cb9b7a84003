import { unreachableFor } from '../../bounds/index.ts'
import { type House, type Job, type Listener, record } from '../../foundation/index.ts'
import { DAY, WAITING_DAYS } from './rules.ts'
import { eraseSpotlightsOf } from './store.ts'
import { deliverOlder, eraseWordsOf } from './words-store.ts'

/** Words that waited for a season reach whom they are about, drawn or not. Who keeps their writer at a distance is not told. */
export async function deliverWords(house: House, communityId: string): Promise<void> {
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    const reached = new Set<string>()
    const before = new Date(now.getTime() - WAITING_DAYS * DAY)
    for (const { aboutId, writerId } of await deliverOlder(trx, communityId, before, now))
      if (!(await unreachableFor(trx, communityId, writerId, [aboutId])).has(aboutId)) reached.add(aboutId)
    for (const memberId of reached)
      await record(trx, { communityId, kind: 'spotlight-words-kept', memberId }, now)
  })
}

export const deliverWordsJob: Job = {
  name: 'spotlight-words',
  schedule: '20 6 * * *',
  async run(house) {
    for (const { id } of await house.communities.all()) await deliverWords(house, id)
  },
}

/** Somebody left: what they wrote, and what was written about them, goes with them. */
export const leavingListener: Listener = {
  name: 'spotlight-leaving',
  kinds: ['member-left'],
  async hear(house, { communityId, memberId }) {
    if (!memberId) return
    await house.db.transaction().execute(async (trx) => {
      await eraseWordsOf(trx, communityId, memberId)
      await eraseSpotlightsOf(trx, communityId, memberId)
    })
  },
}
