import { fill, type House, isMember, type PageContext } from '../../foundation/index.ts'
import { profileActs } from '../../members/index.ts'
import { besideKeepsakes } from '../../thanks/index.ts'
import { rippleOpen } from './open-here.ts'
import { ripplePolicy } from './policy.ts'
import { rippleWords as w } from './words.ts'

export const RIPPLE_PAGE = '/ripple'

const Way = ({ page }: { page: PageContext }) => (
  <a class="act plain" href={RIPPLE_PAGE}>
    {page.t(w.link)}
  </a>
)

/** For this member, where there is a ripple at all. */
async function mine(house: House, { viewer }: PageContext): Promise<Map<string, never> | undefined> {
  const open = isMember(viewer) && ripplePolicy.read(viewer) && (await rippleOpen(house, viewer.communityId))
  return open ? new Map<string, never>() : undefined
}

/** The way to it from what one keeps. */
export const fromKeepsakes = fill(besideKeepsakes, {
  load: mine,
  render: (_, __, page) => <Way page={page} />,
})

/** And from one's own profile; nobody else's has one. */
export const fromProfile = fill(profileActs, {
  load: (house, page, [member]) =>
    member && member.id === page.viewer.memberId ? mine(house, page) : Promise.resolve(undefined),
  render: (_, member, page) => (member.id === page.viewer.memberId ? <Way page={page} /> : null),
})
