import type { Job } from '../foundation/index.ts'
import { COPIES_KEPT_DAYS } from './rules.ts'
import { eraseLinesOver } from './store.ts'

/** Erases copied words of cases that are over, once nobody can ask for another look any more. */
export const eraseOverJob: Job = {
  name: 'erase-words-of-cases',
  schedule: '23 3 * * *',
  async run(house) {
    const before = new Date(house.clock.now().getTime() - COPIES_KEPT_DAYS * 86_400_000)
    for (const { id } of await house.communities.all())
      await house.db.transaction().execute((trx) => eraseLinesOver(trx, id, before))
  },
}
