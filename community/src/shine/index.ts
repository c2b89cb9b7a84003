import type { Feature } from '../foundation/index.ts'
import { kindActsPart } from './kind-acts/index.ts'
import { ritualsPart } from './rituals/index.ts'
import { spotlightsPart } from './spotlights/index.ts'

export { addIdea, didAct, type ImportedAct, importAct, kindActPolicy, tellStory } from './kind-acts/index.ts'
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

const parts: readonly Omit<Feature, 'name'>[] = [spotlightsPart, kindActsPart, ritualsPart]

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
  jobs: parts.flatMap(({ jobs = [] }) => jobs),
  settings: parts.flatMap(({ settings = [] }) => settings),
  reportables: parts.flatMap(({ reportables = [] }) => reportables),
  office: parts.flatMap(({ office = [] }) => office),
  beforeReply: ritualsPart.beforeReply,
}
