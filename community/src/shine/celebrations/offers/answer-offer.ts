import { type Beside, endedBeside, stayAway } from '../../../attention/index.ts'
import { fixedId, type House, type MemberViewer, notFound } from '../../../foundation/index.ts'
import { milestoneKind } from './kind.ts'
import { isOfferName, type OfferName } from './rules.ts'

/** One offer to one member: it is made once. */
export const besideOf = ({ memberId }: MemberViewer, name: OfferName): Beside => ({
  kind: milestoneKind,
  subjectId: fixedId(`${memberId} ${name}`, 0),
})

/** They told the others: the offer is taken up. */
export async function tellOffer(house: House, viewer: MemberViewer, name: string): Promise<void> {
  if (isOfferName(name)) await endedBeside(house, viewer, besideOf(viewer, name), 'heeded')
}

/**
 * They keep it to themselves, this one or all of them. Nobody is told.
 * @throws KindlingError `not_found` for what is no offer
 */
export async function declineOffer(
  house: House,
  viewer: MemberViewer,
  name: string,
  says: 'keep' | 'never',
): Promise<void> {
  if (!isOfferName(name)) throw notFound()
  await endedBeside(house, viewer, besideOf(viewer, name), 'dismissed')
  if (says === 'never') await stayAway(house, viewer, milestoneKind)
}
