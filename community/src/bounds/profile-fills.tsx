import { fill, isMember, type PageContext } from '../foundation/index.ts'
import { type MemberView, profileActs, profileHidden } from '../members/index.ts'
import { BlockLink, type BoundsTarget, MuteAction } from './parts.tsx'
import { boundsPolicy } from './policy.ts'
import { apartFrom, mutedAmong } from './store.ts'

/** A member on the other side of a block is not found, on their page and in the search. */
const hidden = fill(profileHidden, {
  async load(house, page, members): Promise<Map<string, true>> {
    const { viewer } = page
    if (!isMember(viewer)) return new Map()
    const apart = await apartFrom(
      house.db,
      viewer.communityId,
      viewer.memberId,
      members.map(({ id }) => id),
    )
    return new Map([...apart].map((id) => [id, true]))
  },
  render: (apart) => (apart ? 'hidden' : null),
})

function target(page: PageContext, member: MemberView, muted: boolean): BoundsTarget | undefined {
  if (!boundsPolicy.set(page.viewer, member) || member.status !== 'active') return undefined
  return { handle: member.handle, name: member.name, muted, back: `/members/${member.handle}` }
}

const mute = fill(profileActs, {
  async load(house, page, members): Promise<Map<string, true>> {
    const { viewer } = page
    if (!isMember(viewer)) return new Map()
    const muted = await mutedAmong(
      house.db,
      viewer.communityId,
      viewer.memberId,
      members.map(({ id }) => id),
    )
    return new Map([...muted].map((id) => [id, true]))
  },
  render(muted, member, page) {
    const one = target(page, member, muted ?? false)
    return one ? <MuteAction page={page} target={one} /> : null
  },
})

const block = fill(profileActs, {
  load: async () => new Map<string, never>(),
  render(_, member, page) {
    const one = target(page, member, false)
    return one ? <BlockLink page={page} target={one} /> : null
  },
})

export const profileFills = [hidden]

/** Mute and block, for a higher floor to place after what is friendlier. */
export const profileDistance = [mute, block]
