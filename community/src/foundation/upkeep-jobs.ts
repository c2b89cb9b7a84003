import type { Job } from './feature.ts'
import { clearLimits } from './limits/store.ts'

/** Letters that the mail server did not take, and limits that have run out. */
export const upkeepJobs: readonly Job[] = [
  {
    name: 'retry-letters',
    schedule: '*/5 * * * *',
    async run(house) {
      await house.mail.retry()
    },
  },
  {
    name: 'clear-limits',
    schedule: '37 * * * *',
    run: (house) => clearLimits(house.db, house.clock.now()),
  },
]
