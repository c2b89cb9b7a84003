import type { Job } from '../feature.ts'
import { pruneEvents } from './hearings.ts'

const KEEP_DAYS = 30

/** What everybody was told of is let go of after a month. */
export const pruneEventsJob: Job = {
  name: 'prune-events',
  schedule: '17 3 * * *',
  async run(house) {
    const before = new Date(house.clock.now().getTime() - KEEP_DAYS * 86_400_000)
    for (const { id } of await house.communities.all()) await pruneEvents(house.db, id, before)
  },
}
