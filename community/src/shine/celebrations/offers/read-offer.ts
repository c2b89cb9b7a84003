import { standBeside } from '../../../attention/index.ts'
import { type House, localTime, type MemberViewer } from '../../../foundation/index.ts'
import { membersById } from '../../../members/index.ts'
import { type FirstHelp, firstHelp } from '../../../thanks/index.ts'
import { celebrationsOpen, switchedSpaces } from '../open-here.ts'
import { besideOf } from './answer-offer.ts'
import { anniversary, isFirstNow, type OfferName } from './rules.ts'

/** What a member could tell the others, if they like. */
export type Offer = { name: OfferName; years: number; isToday: boolean } | { name: 'first'; help: FirstHelp }

async function anniversaryOf(house: House, viewer: MemberViewer): Promise<Offer | undefined> {
  const { communityId, memberId } = viewer
  const [me, community] = await Promise.all([
    membersById(house.db, communityId, [memberId]).then((found) => found.get(memberId)),
    house.communities.byId(communityId),
  ])
  if (!me || !community) return undefined
  const zone = viewer.timeZone ?? community.timeZone
  const local = (time: Date) => localTime(zone, time.getTime())
  const found = anniversary(local(me.joinedAt), local(house.clock.now()))
  return found && { name: `years-${found.years}`, ...found }
}

async function firstOf(
  house: House,
  viewer: MemberViewer,
  spaceIds: readonly string[],
): Promise<Offer | undefined> {
  const help = await firstHelp(house, viewer, spaceIds)
  return help && isFirstNow(help.thankedAt, house.clock.now()) ? { name: 'first', help } : undefined
}

/**
 * What is offered to a member on their own page, for them alone: one at a time, and only where their budget of attention
 * has room. Nothing where no space of theirs has it switched on, or none is open for a celebration.
 */
export async function readOffer(house: House, viewer: MemberViewer): Promise<Offer | undefined> {
  if (!(await celebrationsOpen(house, viewer.communityId))) return undefined
  const { offers, opens } = await switchedSpaces(house, viewer)
  if (offers.length === 0 || opens.length === 0) return undefined
  const offer =
    (await anniversaryOf(house, viewer)) ??
    (await firstOf(
      house,
      viewer,
      offers.map(({ id }) => id),
    ))
  if (!offer) return undefined
  return (await standBeside(house, viewer, besideOf(viewer, offer.name))) ? offer : undefined
}
