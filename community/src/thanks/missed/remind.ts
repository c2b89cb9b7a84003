import { askAttention, ended, spoke } from '../../attention/index.ts'
import type { PostView } from '../../conversation/index.ts'
import type { House, MemberViewer } from '../../foundation/index.ts'
import { newcomerFacts } from '../../members/index.ts'
import { reminderKind } from './kind.ts'
import { type Answerer, readAnswerers } from './read-answerers.ts'
import { isAsk, isNewHere, stillStands } from './rules.ts'
import { addReminder, endReminder, reminderOf } from './store.ts'

async function maySpeak(house: House, viewer: MemberViewer, postId: string): Promise<boolean> {
  const now = house.clock.now()
  const before = await reminderOf(house.db, viewer, postId)
  if (before) return stillStands(before, now)
  const facts = await newcomerFacts(house.db, viewer.communityId, viewer.memberId)
  if (!facts || isNewHere(facts.joinedAt, now)) return false
  return (await askAttention(house, viewer, reminderKind)) === 'speak'
}

/**
 * Whom a member might thank, on returning to an ask of their own that was answered; nobody where it was said already or
 * their attention is spent.
 */
export async function whoAnswered(house: House, viewer: MemberViewer, post: PostView): Promise<Answerer[]> {
  const returns = post.mine && isAsk(post.need) && post.reader.mark !== undefined && post.replyCount > 0
  if (!returns || post.deleted || post.hidden || post.held) return []
  if (!(await maySpeak(house, viewer, post.id))) return []
  return readAnswerers(house, viewer, post.id)
}

/** It stood there. Two pages at once count once. */
export async function reminded(house: House, viewer: MemberViewer, postId: string): Promise<void> {
  if (await addReminder(house.db, viewer, postId, house.clock.now())) await spoke(house, viewer, reminderKind)
}

/** They thanked somebody, or said not now; told once. */
export async function answeredReminder(
  house: House,
  viewer: MemberViewer,
  postId: string,
  outcome: 'heeded' | 'dismissed',
): Promise<void> {
  const now = house.clock.now()
  if (outcome === 'heeded') {
    if (await reminderOf(house.db, viewer, postId)) await ended(house, viewer, reminderKind, outcome)
    return
  }
  if (await endReminder(house.db, viewer, postId, now)) await ended(house, viewer, reminderKind, outcome)
}
