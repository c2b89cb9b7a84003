import type { Feature } from '../foundation/index.ts'
import { thanksApi } from './api.ts'
import { wallLead } from './digest-lead.ts'
import { thanksFills } from './fills.tsx'
import { liveThanks } from './live-thanks.ts'
import { thanksMigrations } from './migrations.ts'
import { reminderKind } from './missed/kind.ts'
import { whoAnsweredFill } from './missed/who-answered.tsx'
import { thanksNotices } from './notice-kinds.ts'
import { reportableThanks } from './reportable.ts'
import { thanksRoutes } from './routes.ts'
import { VALUES_PAGE } from './values/pages.tsx'
import { valuePolicy } from './values/policy.ts'
import { valueWords } from './values/words.ts'
import { thanksWords as w } from './words.ts'
import { yearlyLetterJob } from './yearly-letter.ts'

export { type FirstHelp, firstHelp } from './first-help.ts'
export { giftWords } from './gift-words.ts'
export { giveThanks } from './give-thanks.ts'
export { decideShowing } from './receive-thanks.ts'
export { type Gift, gifts } from './rules.ts'
export { shownThanksFor } from './shown-for.ts'
export { besideKeepsakes } from './slots.ts'
export { addThanks } from './store.ts'
export { takeBackThanks } from './take-back-thanks.ts'
export { tellingGifts, toldTo } from './told.ts'
export { importValues } from './values/import-values.ts'
export type { CommunityValue } from './values/rules.ts'

export const thanksFeature: Feature = {
  name: 'thanks',
  migrations: thanksMigrations,
  routes: thanksRoutes,
  api: thanksApi,
  slots: [...thanksFills, whoAnsweredFill],
  attentionKinds: [reminderKind],
  digestLeads: [wallLead],
  live: [liveThanks],
  jobs: [yearlyLetterJob],
  noticeKinds: thanksNotices,
  reportables: [reportableThanks],
  office: [
    {
      order: 58,
      href: VALUES_PAGE,
      label: valueWords.title,
      about: valueWords.about,
      shown: valuePolicy.change,
    },
  ],
  settings: [{ order: 34, href: '/settings/thanks', label: w.settingsTitle, about: w.settingsAbout }],
}
