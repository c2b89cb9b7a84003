import { localTime, type Trx } from '../../foundation/index.ts'
import { addOccasion } from './occasion-store.ts'
import { closesAt, type RitualKind } from './rules.ts'
import { addRitual, noteHosted, setAgreed, setOffer } from './store.ts'
import { occurrences, ruleOf, weekdays } from './when.ts'

/** A weekly ritual as it comes from elsewhere: it took place once, and its next host has written the first entry. */
export interface ImportedRitual {
  communityId: string
  id: string
  spaceId: string
  kind: RitualKind
  name: string
  asks: string
  keeperId: string
  hosts: readonly string[]
  /** Of the community's clock, 0 to 23. */
  hour: number
  openDays: number
  timeZone: string
  /** The thread of the last one, and which of its entries may be shown. It says on which day of the week all are. */
  last: {
    id: string
    postId: string
    hostId: string
    openedAt: Date
    agreed: readonly { id: string; memberId: string }[]
  }
  next: { id: string; hostId: string; words: string }
}

const fresh = {
  reminded_at: null,
  declined: [],
  first_words: null,
  post_id: null,
  opened_at: null,
  closes_at: null,
  closed_at: null,
}

async function addOccasions(trx: Trx, given: ImportedRitual, due: Date): Promise<void> {
  const { communityId: community_id, id: ritual_id, spaceId: space_id, last, next } = given
  const { openedAt } = last
  const closed = closesAt(openedAt, given.openDays, openedAt)
  await addOccasion(trx, {
    ...fresh,
    community_id,
    id: last.id,
    ritual_id,
    space_id,
    state: 'gathered',
    due_at: openedAt,
    host_id: last.hostId,
    asked_at: openedAt,
    post_id: last.postId,
    opened_at: openedAt,
    closes_at: closed,
    closed_at: closed,
  })
  await addOccasion(trx, {
    ...fresh,
    community_id,
    id: next.id,
    ritual_id,
    space_id,
    state: 'waiting',
    due_at: due,
    host_id: next.hostId,
    asked_at: closed,
    first_words: next.words,
  })
}

/** Puts in a ritual with what was gathered of its last time. */
export async function importRitual(trx: Trx, given: ImportedRitual): Promise<void> {
  const { communityId, id, last, hour, timeZone } = given
  const { openedAt } = last
  // The calendar counts days from a Thursday.
  const weekday = weekdays[(localTime(timeZone, openedAt.getTime()).dayNumber + 3) % 7]!
  const rule = ruleOf({ every: 'week', weekday })
  const [due, after] = occurrences(rule, hour, timeZone, openedAt, 2)
  await addRitual(trx, {
    community_id: communityId,
    id,
    space_id: given.spaceId,
    kind: given.kind,
    name: given.name,
    asks: given.asks,
    rule,
    hour,
    open_days: given.openDays,
    invited: [],
    keeper_id: given.keeperId,
    next_at: after!,
    resting_at: null,
    quiet: 0,
    asked_keeper_at: null,
    created_at: openedAt,
  })
  for (const memberId of given.hosts) await setOffer(trx, communityId, id, memberId, openedAt)
  await noteHosted(trx, communityId, id, last.hostId, openedAt)
  await addOccasions(trx, given, due!)
  for (const entry of last.agreed)
    await setAgreed(
      trx,
      communityId,
      { entryId: entry.id, postId: last.postId, memberId: entry.memberId },
      openedAt,
    )
}
