import type { Trx } from '../../foundation/index.ts'
import { importFeedback } from '../../team/index.ts'
import { type CommunityValue, importValues } from '../../thanks/index.ts'
import type { Content } from './read-content.ts'
import type { Timeline } from './timeline.ts'

const DAY = 86_400_000

interface Where {
  communityId: string
  timeline: Timeline
  member: (nick: string) => string
}

/** Puts in what matters here. @returns values by the key that thread files use */
export async function loadValues(
  trx: Trx,
  { values }: Content,
  { communityId, timeline }: Pick<Where, 'communityId' | 'timeline'>,
): Promise<Map<string, CommunityValue>> {
  const known = new Map(
    values.map(({ key, name, sentence }) => [key, { id: timeline.id(`value ${key}`), name, sentence }]),
  )
  await importValues(trx, communityId, [...known.values()], timeline.daysAgo(90))
  return known
}

function minutesOf(at: string): number {
  const [hours, minutes] = at.split(':').map(Number)
  return hours! * 60 + minutes!
}

/** Puts in what people asked of one another, and what was answered. */
export async function loadFeedback(
  trx: Trx,
  { feedback }: Content,
  { communityId, timeline, member }: Where,
): Promise<void> {
  for (const { by, days, open, about, asked, answers } of feedback)
    await importFeedback(trx, {
      communityId,
      id: timeline.id(`feedback ${by} ${days}`, days * DAY),
      askerId: member(by),
      about,
      askedIds: asked.map(member),
      createdAt: timeline.daysAgo(days),
      until: timeline.daysAgo(-open, 0),
      answers: answers.map((answer) => ({
        id: timeline.id(`feedback ${by} ${days} ${answer.by}`, answer.days * DAY),
        writerId: member(answer.by),
        helped: answer.helped ?? '',
        seen: answer.seen ?? '',
        effect: answer.effect ?? '',
        wish: answer.wish ?? '',
        createdAt: timeline.daysAgo(answer.days, minutesOf(answer.at)),
      })),
    })
}
