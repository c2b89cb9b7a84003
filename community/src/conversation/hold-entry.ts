import {
  type House,
  type KindlingError,
  type MemberViewer,
  renderMarkdown,
  unfitting,
} from '../foundation/index.ts'
import { newcomerFacts } from '../members/index.ts'
import { isNewHere, linkedHosts } from './hold-rules.ts'
import { conversationErrors } from './words.ts'

/** Words as they will be shown; a reply has no title. */
export interface Shown {
  title: string
  html: string
}

/** Other sites that a title or the words under it lead to. */
function sitesIn(house: House, { title, html }: Shown): string[] {
  return linkedHosts(`${title ? renderMarkdown(title) : ''}${html}`, house.config.url)
}

/** Whether somebody has only just come, and nobody vouched for them. */
export async function writesAsNewcomer(house: House, viewer: MemberViewer, now: Date): Promise<boolean> {
  if (viewer.role !== 'member') return false
  const facts = await newcomerFacts(house.db, viewer.communityId, viewer.memberId)
  if (!facts) return false
  // Where no letters go out, nobody can confirm an address: that is not theirs to answer for.
  const addressUnconfirmed = facts.addressUnconfirmed && house.mail.works
  return isNewHere({ ...facts, role: viewer.role, addressUnconfirmed }, now)
}

/** Whether something new waits for a steward's look before others see it. Who links nowhere is never asked about. */
export async function mustWait(
  house: House,
  viewer: MemberViewer,
  shown: Shown,
  now: Date,
): Promise<boolean> {
  return sitesIn(house, shown).length > 0 && (await writesAsNewcomer(house, viewer, now))
}

/** What a newcomer is told who would add a link to something that others see. */
export function linkWaits(): KindlingError {
  return unfitting('body', 'link_waits', conversationErrors.linkWaits)
}

/**
 * What stands here already does not vanish again, so a newcomer's edit adds no way to a site that it did not
 * lead to before.
 * @throws KindlingError `link_waits`
 */
export async function checkNewLinks(
  house: House,
  viewer: MemberViewer,
  before: Shown,
  after: Shown,
  now: Date,
): Promise<void> {
  const known = new Set(sitesIn(house, before))
  if (sitesIn(house, after).every((site) => known.has(site))) return
  if (await writesAsNewcomer(house, viewer, now)) throw linkWaits()
}
