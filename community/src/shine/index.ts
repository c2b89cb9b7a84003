import type { Feature } from '../foundation/index.ts'
import { kindActsPart } from './kind-acts/index.ts'
import { spotlightsPart } from './spotlights/index.ts'

export { addIdea, didAct, type ImportedAct, importAct, kindActPolicy, tellStory } from './kind-acts/index.ts'
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

export const shineFeature: Feature = {
  name: 'shine',
  migrations: [...spotlightsPart.migrations, ...kindActsPart.migrations],
  routes(app) {
    spotlightsPart.routes(app)
    kindActsPart.routes(app)
  },
  api(api) {
    spotlightsPart.api(api)
    kindActsPart.api(api)
  },
  slots: [...spotlightsPart.slots, ...kindActsPart.slots],
  noticeKinds: [...spotlightsPart.noticeKinds],
  listeners: [...spotlightsPart.listeners, ...kindActsPart.listeners],
  jobs: [...spotlightsPart.jobs],
  settings: [...spotlightsPart.settings],
  office: [...spotlightsPart.office],
}
