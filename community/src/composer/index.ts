import type { Feature } from '../foundation/index.ts'
import { pauseKind } from './kind.ts'
import { ownModelPart } from './own-model/index.ts'
import { policyPart } from './policy/index.ts'
import { composerRoutes } from './routes.ts'
import { pauseExperiment } from './trial/kind.ts'

export { backFromPause, cameBack } from './after-pause.ts'
export { FeedbackBeside, FeedbackButton } from './feedback-beside.tsx'
export { PauseBeside } from './pause-beside.tsx'
export { type About, pauseFirst, type Writing } from './pause-first.tsx'
export { piecesOf } from './pieces.ts'
export type { PostedWords } from './policy/index.ts'
export { readHere } from './read-here.ts'
export { readersAt } from './readers-at.ts'
export type { CameOf, Entry as EntryToFollow } from './trial/afterwards.ts'

export const composerFeature: Feature = {
  name: 'composer',
  migrations: [...policyPart.migrations, ...ownModelPart.migrations],
  routes(app) {
    composerRoutes(app)
    // Before the pages of spaces, whose addresses it would be taken for.
    ownModelPart.routes(app)
    policyPart.routes(app)
  },
  api(api) {
    policyPart.api(api)
    ownModelPart.api(api)
  },
  settings: ownModelPart.settings,
  office: [...policyPart.office, ...ownModelPart.office],
  attentionKinds: [pauseKind],
  experiments: [pauseExperiment],
}
