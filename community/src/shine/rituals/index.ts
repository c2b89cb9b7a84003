import { type Feature, isSteward } from '../../foundation/index.ts'
import { ritualApi } from './api.ts'
import { isCalendarThere } from './find-ritual.ts'
import { forgetWithIt } from './forget.ts'
import { ritualMigrations } from './migrations.ts'
import { ritualNotices } from './notice-kinds.ts'
import { ritualFills } from './parts.tsx'
import { ritualRoutes } from './routes.ts'
import { beforeReply } from './take-turn.ts'
import { tendJob } from './tend.ts'
import { ritualWords as w } from './words.ts'

export { beginOccasion, declineOccasion, offerToHost } from './host-occasion.ts'
export { importRitual } from './import-ritual.ts'
export { type OccasionFacts, type RitualFacts, ritualPolicy } from './policy.ts'
export type { RitualKind } from './rules.ts'
export { setUpRitual } from './set-up.ts'
export { followWeekdays } from './store.ts'
export { tendRituals } from './tend.ts'

/** Rituals on a calendar: hosted by turns, opened and closed by the house. */
export const ritualsPart: Omit<Feature, 'name'> = {
  migrations: ritualMigrations,
  routes: ritualRoutes,
  api: ritualApi,
  slots: ritualFills,
  noticeKinds: ritualNotices,
  listeners: [forgetWithIt],
  jobs: [tendJob],
  beforeReply,
  office: [
    {
      order: 45,
      href: '/rituals',
      label: w.title,
      about: w.about,
      shown: isSteward,
      there: (house, { communityId }) => isCalendarThere(house, communityId),
    },
  ],
}
