import { underSpaceHead } from '../../conversation/index.ts'
import { fill } from '../../foundation/index.ts'
import { FEEDBACK_PAGE } from './parts.tsx'
import { feedbackPolicy } from './policy.ts'
import { feedbackWords as w } from './words.ts'

/** In a team: the way to ask its people. */
const underTeam = fill(underSpaceHead, {
  load: async (_house, page, [space]) =>
    space?.kind === 'team' && feedbackPolicy.use(page.viewer) ? new Map<string, never>() : undefined,
  render: (_, { slug }, page) => (
    <p class="acts">
      <a class="act plain" href={`${FEEDBACK_PAGE}/new?space=${slug}`}>
        {page.t(w.askShort)}
      </a>
    </p>
  ),
})

export const feedbackFills = [underTeam]
