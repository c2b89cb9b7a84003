import type { Trx } from '../../foundation/index.ts'
import { addHost } from './host-store.ts'
import { DAY, monthOf, SHOWN_DAYS, seasonOf, shownOf } from './rules.ts'
import { addAsked, changeAsked } from './store.ts'
import { deliverTo, putWords } from './words-store.ts'

interface ImportedWords {
  id: string
  writerId: string
  aboutId: string
  words: string
  writtenAt: Date
}

/** Spotlights as they come from elsewhere: one that is lit, and words that wait for a lot. */
export interface ImportedSpotlights {
  communityId: string
  /** The day of the import by the community's calendar. */
  today: { year: number; month: number; date: number }
  hostId: string
  lit: { id: string; memberId: string; from: Date; told: readonly ImportedWords[] }
  waiting: readonly ImportedWords[]
}

/** Puts them in, each sentence with the time and id it brings. */
export async function importSpotlights(trx: Trx, given: ImportedSpotlights): Promise<void> {
  const { communityId, today, lit } = given
  const { id, memberId, from } = lit
  await addHost(trx, communityId, monthOf(today), given.hostId)
  const told: string[] = []
  for (const one of lit.told) told.push(await putWords(trx, communityId, one))
  await addAsked(trx, communityId, { id, memberId, season: seasonOf(today), askedAt: from })
  await deliverTo(trx, communityId, memberId, { spotlightId: id, now: from })
  const until = new Date(from.getTime() + SHOWN_DAYS * DAY)
  const words = shownOf(
    told.map((one) => ({ id: one })),
    id,
  ).map((one) => one.id)
  const change = { answer: 'yes', shown_from: from, shown_until: until, shown_words: words } as const
  await changeAsked(trx, communityId, id, change)
  for (const one of given.waiting) await putWords(trx, communityId, one)
}
