import { type EntryView, entryPolicy, factsOfEntry, type PostView } from '../conversation/index.ts'
import { isMember, isSteward, type Viewer } from '../foundation/index.ts'
import { type Gift, type HugForm, isHug, sisterOf } from './rules.ts'

/** What the rules ask about something that was given. */
export interface ThanksFacts {
  giverId: string
  receiverId: string | null
  showing: string
  reach: string
  putAway: boolean
  /** A steward hid it over a report. */
  hidden: boolean
}

/** What it is given for, as its giver sees it. */
export interface GivenFor {
  post: PostView
  entry: EntryView
  /** Whoever wrote it under their name has died: nothing would arrive. */
  remembered?: boolean
}

const here = (viewer: Viewer) => isMember(viewer) && !viewer.waiting

/** Spaces where people show more of themselves than they would have told about. */
const mayBeTold = ({ space }: PostView) =>
  space.kind !== 'support' && space.kind !== 'family' && space.visibility !== 'invited'

/** What one's own post, under one's own name, allows besides what others may give for it. */
const asksHere = (viewer: Viewer, { post }: GivenFor) =>
  here(viewer) && post.mine && post.author !== undefined && !post.deleted && !post.hidden && !post.held

/**
 * What a viewer may do with what is given. Its words are for giver and receiver until both agree to show it. No role
 * reads what stays between two.
 */
export const thanksPolicy = {
  /** @param hug what a hug is for who wrote it; undefined where it stands without a name */
  give(viewer: Viewer, gift: Gift, to: GivenFor, hug?: HugForm): boolean {
    const { post, entry } = to
    if (gift === 'readers') return asksHere(viewer, to) && !entry.isReply
    if (to.remembered || !entryPolicy.thank(viewer, factsOfEntry(post, entry))) return false
    if (gift === 'thanks') return true
    if (gift === 'next') return asksHere(viewer, to) && entry.isReply
    if (gift === 'shout-out') return entry.author !== undefined && mayBeTold(post)
    if (entry.isReply) return false
    // The author's choice may have changed since the page was read; then the gift takes the form they chose.
    return isHug(gift) ? post.need === 'listening' : sisterOf(post.need, hug) === gift
  },
  /** For an act, or for being there. */
  giveToMember: (viewer: Viewer, member: { id: string; status: string }) =>
    here(viewer) && member.id !== viewer.memberId && member.status === 'active',
  shoutOutElsewhere: (viewer: Viewer) => here(viewer),
  read: (viewer: Viewer, thanks: ThanksFacts) =>
    viewer.memberId !== undefined && viewer.memberId === thanks.giverId
      ? true
      : thanks.reach === 'reached' &&
        !thanks.putAway &&
        !thanks.hidden &&
        (thanks.showing === 'shown' ||
          (viewer.memberId !== undefined && viewer.memberId === thanks.receiverId)),
  takeBack: (viewer: Viewer, thanks: Pick<ThanksFacts, 'giverId'>) =>
    isMember(viewer) && viewer.memberId === thanks.giverId,
  /** Whatever its receiver does with it: show it, keep it, put it away, answer it. */
  receive: (viewer: Viewer, thanks: Pick<ThanksFacts, 'receiverId' | 'reach' | 'hidden'>) =>
    isMember(viewer) && viewer.memberId === thanks.receiverId && thanks.reach !== 'stopped' && !thanks.hidden,
  /** Bring it to the stewards: whoever was given it, and who reads what both agreed to show. */
  report: (viewer: Viewer, thanks: ThanksFacts) =>
    here(viewer) &&
    viewer.memberId !== thanks.giverId &&
    (thanksPolicy.receive(viewer, thanks) || thanksPolicy.read(viewer, thanks)),
  /** Take something off a wall and from under a post, for everybody but who gave it and who has it. */
  takeDown: (viewer: Viewer, thanks: Pick<ThanksFacts, 'showing'>) =>
    here(viewer) && isSteward(viewer) && thanks.showing === 'shown',
} as const
