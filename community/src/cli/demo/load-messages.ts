import type { Trx } from '../../foundation/index.ts'
import { importConversation } from '../../messages/index.ts'
import type { ContentConversation } from './read-content.ts'
import type { Timeline } from './timeline.ts'

const DAY = 86_400_000
const MINUTE = 60_000

function minutesOf(at: string): number {
  const [hours, minutes] = at.split(':').map(Number)
  return hours! * 60 + minutes!
}

/** Puts in what people of the sample community wrote to each other. */
export async function loadMessages(
  trx: Trx,
  conversations: readonly ContentConversation[],
  where: { communityId: string; timeline: Timeline; member: (nick: string) => string },
): Promise<void> {
  const { communityId, timeline, member } = where
  for (const { asked, to, reason, messages } of conversations)
    await importConversation(trx, {
      communityId,
      askedBy: member(asked),
      to: member(to),
      reason,
      messages: messages.map(({ by, days, at, body }, index) => ({
        id: timeline.id(`message ${asked} ${to} ${index}`, days * DAY - (minutesOf(at) - 12 * 60) * MINUTE),
        authorId: member(by),
        body,
        createdAt: timeline.daysAgo(days, minutesOf(at)),
      })),
    })
}
