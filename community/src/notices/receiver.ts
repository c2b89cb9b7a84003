import { type Community, english, type House, makeTranslator, type Translator } from '../foundation/index.ts'
import { type Reachable, reachMembers } from '../members/index.ts'

/** Somebody a letter can go to. */
export interface Receiver extends Omit<Reachable, 'email'> {
  email: string
  community: Community
  t: Translator
  zone: string
}

const t = makeTranslator(english)

/** The member with an address of theirs; undefined for who left, waits or gave none. */
export async function receiverOf(
  house: House,
  communityId: string,
  memberId: string,
): Promise<Receiver | undefined> {
  const community = await house.communities.byId(communityId)
  const member = (await reachMembers(house.db, communityId, [memberId])).get(memberId)
  if (!community || !member?.email) return undefined
  return { ...member, email: member.email, community, t, zone: member.viewer.timeZone ?? community.timeZone }
}
