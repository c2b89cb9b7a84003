import { fill } from '../foundation/index.ts'
import { profileActs } from '../members/index.ts'
import { FEEDBACK_PAGE } from './feedback/parts.tsx'
import { feedbackPolicy } from './feedback/policy.ts'
import { feedbackWords } from './feedback/words.ts'
import { MIRROR_PAGE } from './mirror/pages-at.ts'
import { mirrorWords } from './mirror/words.ts'

/** On one's own profile: the ways to what one alone sees. */
export const onOwnProfile = fill(profileActs, {
  async load(_house, { viewer }, [member]): Promise<Map<string, never> | undefined> {
    return member && member.id === viewer.memberId && !viewer.waiting ? new Map<string, never>() : undefined
  },
  render: (_, __, page) => (
    <>
      {feedbackPolicy.use(page.viewer) && (
        <a class="act plain" href={FEEDBACK_PAGE}>
          {page.t(feedbackWords.title)}
        </a>
      )}
      <a class="act plain" href={MIRROR_PAGE}>
        {page.t(mirrorWords.mine)}
      </a>
    </>
  ),
})
