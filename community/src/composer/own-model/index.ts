import type { Feature, SettingsItem } from '../../foundation/index.ts'
import { ownModelApi } from './api.ts'
import { ownModelMigrations } from './migrations.ts'
import { MODEL_PAGE } from './pages.tsx'
import { ownModelPolicy } from './policy.ts'
import { ownModelRoutes } from './routes.ts'
import { CHOICE_PAGE } from './settings-page.tsx'
import { modelOf } from './store.ts'
import { ownModelWords as w } from './words.ts'

export { type Asking, askModel } from './ask-model.ts'
export { offerTo } from './offer.ts'
export { OwnModelHere } from './parts.tsx'
export { modelOf } from './store.ts'
export type { MoreTold } from './told.ts'

const memberPage: SettingsItem = {
  order: 34,
  href: CHOICE_PAGE,
  label: w.settingsTitle,
  about: w.settingsAbout,
  shown: ownModelPolicy.ask,
  there: async (house, { communityId }) => (await modelOf(house.db, communityId)) !== undefined,
}

/** A language model of a community's own, that members may ask for other words. */
export const ownModelPart = {
  migrations: ownModelMigrations,
  api: ownModelApi,
  routes: ownModelRoutes,
  settings: [memberPage],
  office: [{ order: 56, href: MODEL_PAGE, label: w.title, about: w.about, shown: ownModelPolicy.manage }],
} satisfies Partial<Feature>
