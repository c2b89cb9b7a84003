import type { Feature } from '../foundation/index.ts'
import { spotlightsPart } from './spotlights/index.ts'

export {
  answerSpotlight,
  appointHost,
  askOne,
  becomeHost,
  drawThree,
  endSpotlight,
  spotlightPolicy,
  stepWords,
  writeAbout,
} from './spotlights/index.ts'

export const shineFeature: Feature = {
  name: 'shine',
  migrations: [...spotlightsPart.migrations],
  routes(app) {
    spotlightsPart.routes(app)
  },
  api(api) {
    spotlightsPart.api(api)
  },
  slots: [...spotlightsPart.slots],
  noticeKinds: [...spotlightsPart.noticeKinds],
  listeners: [...spotlightsPart.listeners],
  jobs: [...spotlightsPart.jobs],
  settings: [...spotlightsPart.settings],
  office: [...spotlightsPart.office],
}
