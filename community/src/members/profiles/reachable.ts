import type { PageContext } from '../../foundation/index.ts'
import type { MemberView } from '../store.ts'
import { profileHidden } from './slots.ts'

/** Members the viewer may come across: nobody on the other side of a block. */
export async function reachable(page: PageContext, members: readonly MemberView[]): Promise<MemberView[]> {
  const hidden = await page.house.slots.load(profileHidden, page.house, page, members)
  return members.filter((member) => !hidden(member.id, member).some(Boolean))
}
