import { apartFrom } from '../../bounds/index.ts'
import type { House, Viewer } from '../../foundation/index.ts'
import { type MemberView, memberByHandle, memberPolicy, membersNamed } from '../../members/index.ts'

const SHOWN = 6

async function withoutBlocks(
  house: House,
  viewer: Viewer,
  members: readonly MemberView[],
): Promise<MemberView[]> {
  const apart = await apartFrom(
    house.db,
    viewer.communityId,
    viewer.memberId!,
    members.map(({ id }) => id),
  )
  return members.filter(({ id }) => !apart.has(id))
}

/** Members whose name begins like this. Only members look for people, and nobody across a block. */
export async function findPeople(house: House, viewer: Viewer, name: string): Promise<MemberView[]> {
  if (!memberPolicy.find(viewer) || !name) return []
  // A few more than are shown, so that somebody behind a block leaves no gap.
  const named = await membersNamed(house.db, viewer.communityId, name, SHOWN * 3)
  return (await withoutBlocks(house, viewer, named)).slice(0, SHOWN)
}

/** Whom "written by" means: whoever has that handle, else those of exactly that name, else those it begins. */
export async function whomMeant(house: House, viewer: Viewer, person: string): Promise<MemberView[]> {
  if (!memberPolicy.find(viewer)) return []
  const handle = person.replace(/^@/, '').toLowerCase()
  const one = await memberByHandle(house.db, viewer.communityId, handle)
  if (one) return withoutBlocks(house, viewer, [one])
  const named = await findPeople(house, viewer, person)
  const exact = named.filter(({ name }) => name.toLowerCase() === person.toLowerCase())
  return exact.length > 0 ? exact : named
}
