import { localTime, type Trx } from '../../foundation/index.ts'
import { importAct, importSpotlights } from '../../shine/index.ts'
import type { Content, ContentTold } from './read-content.ts'
import type { Timeline } from './timeline.ts'

const DAY = 86_400_000

interface Where {
  communityId: string
  timeline: Timeline
  member: (nick: string) => string
}

async function loadActs(
  trx: Trx,
  { kindActs }: Content,
  { communityId, timeline, member }: Where,
): Promise<void> {
  for (const [index, act] of kindActs.entries())
    await importAct(trx, {
      communityId,
      id: timeline.id(`kind act ${index}`, act.days * DAY),
      authorId: member(act.by),
      words: act.words,
      createdAt: timeline.daysAgo(act.days),
      told: act.told.map(({ by, days, words }) => ({
        id: timeline.id(`kind act ${index} ${by}`, days * DAY),
        memberId: member(by),
        words,
        toldAt: timeline.daysAgo(days),
      })),
    })
}

/** Puts in the ideas for kind acts, who stands in the light, and what was written about others. */
export async function loadShine(trx: Trx, content: Content, where: Where): Promise<void> {
  await loadActs(trx, content, where)
  const { spotlight } = content
  if (!spotlight) return
  const { communityId, timeline, member } = where
  const written = (about: string) => (one: ContentTold) => ({
    id: timeline.id(`spotlight ${one.by} ${about}`, one.days * DAY),
    writerId: member(one.by),
    aboutId: member(about),
    words: one.words,
    writtenAt: timeline.daysAgo(one.days),
  })
  const { lit, waiting } = spotlight
  const { year, month, date } = localTime(content.timeZone, timeline.now.getTime())
  await importSpotlights(trx, {
    communityId,
    today: { year, month, date },
    hostId: member(spotlight.host),
    lit: {
      id: timeline.id(`spotlight ${lit.about}`, lit.days * DAY),
      memberId: member(lit.about),
      from: timeline.daysAgo(lit.days),
      told: lit.told.map(written(lit.about)),
    },
    waiting: waiting.map((one) => written(one.about)(one)),
  })
}
