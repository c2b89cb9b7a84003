import type { ImportedPost } from '../../conversation/index.ts'
import type { Trx } from '../../foundation/index.ts'
import { importRitual } from '../../shine/index.ts'
import type { Content, ContentRitual } from './read-content.ts'
import type { Timeline } from './timeline.ts'

interface Where {
  communityId: string
  timeline: Timeline
  member: (nick: string) => string
  /** A thread as it was loaded, by the name of its file. */
  thread: (slug: string) => ImportedPost
}

async function loadRitual(
  trx: Trx,
  ritual: ContentRitual,
  timeZone: string,
  { communityId, timeline, member, thread }: Where,
): Promise<void> {
  const post = thread(ritual.last.thread)
  const { kind, name, asks, hour, openDays } = ritual
  await importRitual(trx, {
    communityId,
    id: timeline.id(`ritual ${name}`),
    spaceId: post.spaceId,
    kind,
    name,
    asks,
    hour,
    openDays,
    timeZone,
    keeperId: member(ritual.keeper),
    hosts: ritual.hosts.map(member),
    last: {
      id: timeline.id(`ritual ${name} last`),
      postId: post.id,
      hostId: post.authorId,
      openedAt: post.createdAt,
      agreed: ritual.last.agreed.map((number) => {
        const { id, authorId } = post.replies[number - 1]!
        return { id, memberId: authorId }
      }),
    },
    next: {
      id: timeline.id(`ritual ${name} next`),
      hostId: member(ritual.next.host),
      words: ritual.next.words,
    },
  })
}

/** Puts in rituals: one time that was gathered, and the next, whose host has begun it. */
export async function loadRituals(trx: Trx, { rituals, timeZone }: Content, where: Where): Promise<void> {
  for (const ritual of rituals) await loadRitual(trx, ritual, timeZone, where)
}
