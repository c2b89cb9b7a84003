import { fill, type PageContext } from '../foundation/index.ts'
import { type MemberView, profileActs, profileBelow } from '../members/index.ts'
import { PostRow } from './feed-parts.tsx'
import { follows } from './follow-store.ts'
import { readWrittenBy } from './read-feed.ts'
import type { PostLine } from './views.ts'
import { conversationWords as w } from './words.ts'

/** The way to follow a space, or to stop. */
export function FollowSpace({
  page,
  slug,
  followed,
}: {
  page: PageContext
  slug: string
  followed: boolean
}) {
  return (
    <form class="inline" method="post" action={`/spaces/${slug}/${followed ? 'unfollow' : 'follow'}`}>
      <button class="act plain" type="submit">
        {page.t(followed ? w.unfollowSpace : w.followSpace)}
      </button>
    </form>
  )
}

/** The way to follow what a member writes under their name, or to stop. */
export function FollowMember({
  page,
  member,
  followed,
}: {
  page: PageContext
  member: MemberView
  followed: boolean
}) {
  return (
    <form
      class="inline"
      method="post"
      action={`/members/${member.handle}/${followed ? 'unfollow' : 'follow'}`}
    >
      <button class="act plain" type="submit">
        {page.t(followed ? w.unfollowMember : w.followMember, { name: member.name })}
      </button>
    </form>
  )
}

const reader = (page: PageContext) => (page.viewer.waiting ? undefined : page.viewer.memberId)

/** On a profile: follow, for members other than oneself. */
export const followOnProfile = fill(profileActs, {
  async load(house, page, members): Promise<Map<string, boolean>> {
    const member = reader(page)
    const loaded = new Map<string, boolean>()
    if (!member) return loaded
    for (const { id, status } of members)
      if (id !== member && status === 'active')
        loaded.set(id, await follows(house, page.viewer.communityId, member, { memberId: id }))
    return loaded
  },
  render: (followed, member, page) =>
    followed === undefined ? null : <FollowMember page={page} member={member} followed={followed} />,
})

/** On a profile: the last few posts somebody wrote under their name, as far as the viewer may read them. */
export const writtenOnProfile = fill(profileBelow, {
  async load(house, page, members): Promise<Map<string, PostLine[]>> {
    const loaded = new Map<string, PostLine[]>()
    for (const { id } of members) loaded.set(id, await readWrittenBy(house, page.viewer, id))
    return loaded
  },
  render: (lines, member, page) =>
    !lines || lines.length === 0 ? null : (
      <>
        <h2 class="vh">{page.t(w.writtenBy, { name: member.name })}</h2>
        {lines.map((line) => (
          <PostRow page={page} line={line} showSpace />
        ))}
      </>
    ),
})
