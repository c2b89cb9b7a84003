import { fixedId, type House, type StoredEvent } from '../../foundation/index.ts'
import { tellOfPast } from '../../notices/index.ts'
import type { Content } from './read-content.ts'
import { signIns } from './sign-ins.ts'
import type { ThreadFile } from './thread-file.ts'
import { nominalAge, type Timeline } from './timeline.ts'

const WEEK = 7 * 86_400_000

interface Ids {
  communityId: string
  members: ReadonlyMap<string, string>
  spaces: ReadonlyMap<string, string>
}

/** What happened in a thread, as events that were never recorded. */
function eventsOf(thread: ThreadFile, timeline: Timeline, ids: Ids): StoredEvent[] {
  const key = `${thread.space}/${thread.slug}`
  const start = timeline.startOf(thread).getTime()
  const age = nominalAge(thread)
  const postId = timeline.id(key, age)
  const replyId = (index: number) => timeline.id(`${key} ${index}`, age - thread.replies[index]!.offset)
  const event = (kind: string, nick: string, offset: number, about: Partial<StoredEvent>): StoredEvent => ({
    communityId: ids.communityId,
    id: fixedId(`${key} ${kind} ${about.subjectId ?? about.replyId ?? postId}`, start + offset),
    kind,
    actorId: ids.members.get(nick) ?? null,
    spaceId: ids.spaces.get(thread.space) ?? null,
    postId,
    replyId: null,
    memberId: null,
    subjectId: null,
    createdAt: new Date(start + offset),
    ...about,
  })
  const receiver = (target: 'post' | number) =>
    target === 'post' ? thread.author : thread.replies[target]!.author
  return [
    ...thread.replies.map((reply, index) =>
      event('reply-written', reply.author, reply.offset, { replyId: replyId(index) }),
    ),
    ...thread.thanks.map((thanks, index) =>
      event('thanks-given', thanks.by, thanks.offset, {
        memberId: ids.members.get(receiver(thanks.target)) ?? null,
        replyId: thanks.target === 'post' ? null : replyId(thanks.target),
        subjectId: timeline.id(`${key} thanks ${index}`, age - thanks.offset),
      }),
    ),
  ]
}

/** Gives those a visitor can be the notices of their last week, so that the page is not a stranger's. */
export async function loadNotices(
  house: House,
  content: Content,
  timeline: Timeline,
  ids: Ids,
): Promise<void> {
  const among = new Set(signIns.map(({ nick }) => ids.members.get(nick)).filter((id) => id !== undefined))
  const since = timeline.now.getTime() - WEEK
  const events = content.threads.flatMap((thread) => eventsOf(thread, timeline, ids))
  for (const event of events.filter(({ createdAt }) => createdAt.getTime() > since))
    await tellOfPast(house, event, among)
}
