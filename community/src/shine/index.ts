import type { Feature } from '../foundation/index.ts'
import { celebrationsPart } from './celebrations/index.ts'
import { kindActsPart } from './kind-acts/index.ts'
import { orderPart } from './order/index.ts'
import { ripplePart } from './ripple/index.ts'
import { ritualsPart } from './rituals/index.ts'
import { spotlightsPart } from './spotlights/index.ts'

export {
  addLine,
  answerToBeNamed,
  type CelebrationFacts,
  celebrationPolicy,
  cheer,
  type ImportedCelebration,
  importCelebration,
  openCelebration,
  reportWords,
} from './celebrations/index.ts'
export { addIdea, didAct, type ImportedAct, importAct, kindActPolicy, tellStory } from './kind-acts/index.ts'
export { chooseKindOrder, endKindOrder, type HeadStarts, orderPolicy, usualStarts } from './order/index.ts'
export { ripplePolicy } from './ripple/index.ts'
export {
  followWeekdays,
  importRitual,
  type OccasionFacts,
  type RitualFacts,
  type RitualKind,
  ritualPolicy,
} from './rituals/index.ts'
export {
  answerSpotlight,
  appointHost,
  askOne,
  becomeHost,
  drawThree,
  endSpotlight,
  type ImportedSpotlights,
  importSpotlights,
  spotlightPolicy,
  stepWords,
  writeAbout,
} from './spotlights/index.ts'

const parts: readonly Omit<Feature, 'name'>[] = [
  celebrationsPart,
  spotlightsPart,
  kindActsPart,
  orderPart,
  ritualsPart,
  ripplePart,
]

export const shineFeature: Feature = {
  name: 'shine',
  migrations: parts.flatMap(({ migrations = [] }) => migrations),
  routes(app, house) {
    for (const part of parts) part.routes?.(app, house)
  },
  api(api, house) {
    for (const part of parts) part.api?.(api, house)
  },
  slots: parts.flatMap(({ slots = [] }) => slots),
  noticeKinds: parts.flatMap(({ noticeKinds = [] }) => noticeKinds),
  listeners: parts.flatMap(({ listeners = [] }) => listeners),
  attentionKinds: parts.flatMap(({ attentionKinds = [] }) => attentionKinds),
  digestLeads: parts.flatMap(({ digestLeads = [] }) => digestLeads),
  jobs: parts.flatMap(({ jobs = [] }) => jobs),
  settings: parts.flatMap(({ settings = [] }) => settings),
  reportables: parts.flatMap(({ reportables = [] }) => reportables),
  office: parts.flatMap(({ office = [] }) => office),
  beforeReply: ritualsPart.beforeReply,
  spaceOrder: orderPart.spaceOrder,
}
