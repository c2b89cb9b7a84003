import type { Trx } from '../../foundation/index.ts'
import { importCelebration } from '../../shine/index.ts'
import type { Content } from './read-content.ts'
import type { Timeline } from './timeline.ts'

const DAY = 86_400_000
/** How long one stands. */
const STANDS = 14 * DAY

interface Where {
  communityId: string
  timeline: Timeline
  member: (nick: string) => string
  space: (slug: string) => string
}

/** Puts in what was reached, who agreed to be named, and what others added. */
export async function loadCelebrations(
  trx: Trx,
  { celebrations }: Content,
  { communityId, timeline, member, space }: Where,
): Promise<void> {
  for (const { by, days, named, lines, ...one } of celebrations) {
    const openedAt = timeline.daysAgo(days)
    await importCelebration(trx, {
      communityId,
      id: timeline.id(`celebration ${one.title}`, days * DAY),
      spaceId: space(one.space),
      openerId: member(by),
      kind: one.kind,
      title: one.title,
      reached: one.reached,
      words: one.words,
      openedAt,
      restsAt: new Date(openedAt.getTime() + STANDS),
      named: named.map(member),
      lines: lines.map((line) => ({
        id: timeline.id(`celebration ${one.title} ${line.by}`, line.days * DAY),
        memberId: member(line.by),
        words: line.words,
        writtenAt: timeline.daysAgo(line.days),
      })),
    })
  }
}
