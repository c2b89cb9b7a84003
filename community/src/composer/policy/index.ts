import type { App, Feature } from '../../foundation/index.ts'
import { spacePolicy } from '../../spaces/index.ts'
import { policyApi } from './api.ts'
import { policyMigrations } from './migrations.ts'
import { POLICY_PAGE, showPauseHere, showPolicies, showPolicy, takePolicy } from './pages.tsx'
import { policyWords as w } from './words.ts'

export type { PostedWords } from './recent-words.ts'
export { policyOf } from './store.ts'

/** What spaces decide about the pause. */
export const policyPart = {
  migrations: policyMigrations,
  api: policyApi,
  office: [{ order: 55, href: POLICY_PAGE, label: w.title, about: w.about, shown: spacePolicy.manage }],
  routes(app: App) {
    app.get(POLICY_PAGE, (c) => showPolicies(c))
    app.get(`${POLICY_PAGE}/:id`, (c) => showPolicy(c))
    app.post(`${POLICY_PAGE}/:id`, (c) => takePolicy(c))
    app.get('/guidelines/pause', (c) => showPauseHere(c))
  },
} satisfies Partial<Feature>
