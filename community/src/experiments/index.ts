import type { App, Feature } from '../foundation/index.ts'
import { experimentApi } from './api.ts'
import { forgetLeaver } from './leave.ts'
import { experimentMigrations } from './migrations.ts'
import { OFFICE_PAGE, showOffice, takeStart, takeStop } from './office-pages.tsx'
import { EXPERIMENTS_PAGE, OWN_PAGE, showExperiments, showOwnPart, takeLeave } from './pages.tsx'
import { experimentPolicy } from './policy.ts'
import { settleJob } from './settle.ts'
import { experimentsOf, noteEntryChanged } from './store.ts'
import { experimentWords as w } from './words.ts'

export type { ExperimentKind } from './kinds.ts'
export { experimentsNote } from './pages.tsx'
export { experimentPolicy } from './policy.ts'
export { SETTLES_AFTER_DAYS, type SettledExposure, type Values } from './rules.ts'
export { count, noteOutcome, type Trial, trialFor } from './try-on.ts'

function routes(app: App): void {
  app.get(EXPERIMENTS_PAGE, (c) => showExperiments(c))
  app.get(OWN_PAGE, (c) => showOwnPart(c))
  app.post(OWN_PAGE, (c) => takeLeave(c))
  app.get(OFFICE_PAGE, (c) => showOffice(c))
  app.post(`${OFFICE_PAGE}/:kind/start`, (c) => takeStart(c))
  app.post(`${OFFICE_PAGE}/:id/stop`, (c) => takeStop(c))
}

export const experimentsFeature: Feature = {
  name: 'experiments',
  migrations: experimentMigrations,
  routes,
  api: experimentApi,
  settings: [
    {
      order: 36,
      href: OWN_PAGE,
      label: w.settingsTitle,
      about: w.settingsAbout,
      there: async ({ db }, { communityId }) => (await experimentsOf(db, communityId)).length > 0,
    },
  ],
  office: [
    {
      order: 58,
      href: OFFICE_PAGE,
      label: w.settingsTitle,
      about: w.officeAbout,
      shown: experimentPolicy.run,
    },
  ],
  listeners: [
    {
      name: 'experiments-entry-changed',
      kinds: ['post-edited', 'reply-edited'],
      hear: (house, { communityId, postId, replyId }) =>
        noteEntryChanged(house.db, communityId, replyId ?? postId!),
    },
    {
      name: 'experiments-member-left',
      kinds: ['member-left'],
      hear: (house, { communityId, memberId }) => forgetLeaver(house, { communityId, memberId: memberId! }),
    },
  ],
  jobs: [settleJob],
}
