import { sql } from 'kysely'
import { type Community, type House, type Job, newId } from '../../foundation/index.ts'
import type { Space } from '../../spaces/index.ts'
import { nextHost, tellHost } from './ask-host.ts'
import { closeOccasion, missOccasion } from './close-occasion.ts'
import { areThere } from './find-ritual.ts'
import { addOccasion, changeOccasion, currentOccasions, type OccasionRow } from './occasion-store.ts'
import { openOccasion, replaceLostHost } from './open-occasion.ts'
import { ASKED_BEFORE, isTimeToRemind, missedAt } from './rules.ts'
import { allSpaces, moveOn, type RitualRow, ritualsOn } from './store.ts'
import { occurrences } from './when.ts'

const DAY = 86_400_000

interface Tending {
  house: House
  community: Community
  spaces: ReadonlyMap<string, Pick<Space, 'id' | 'postingBy' | 'archivedAt'>>
}

/** When the next one takes place; one that a server slept through is not made up for. */
function dueAt({ house, community }: Tending, ritual: RitualRow): Date {
  const now = house.clock.now()
  if (ritual.next_at.getTime() + ritual.open_days * DAY > now.getTime()) return ritual.next_at
  return occurrences(ritual.rule, ritual.hour, community.timeZone, now, 1)[0]!
}

/** Some days before, its next host is asked. */
async function plan(tending: Tending, ritual: RitualRow): Promise<void> {
  const { house, community, spaces } = tending
  const now = house.clock.now()
  const due = dueAt(tending, ritual)
  const space = spaces.get(ritual.space_id)
  if (!space || space.archivedAt || due.getTime() - ASKED_BEFORE > now.getTime()) return
  const [after] = occurrences(ritual.rule, ritual.hour, community.timeZone, due, 1)
  await house.db.transaction().execute(async (trx) => {
    if (!(await moveOn(trx, ritual, after!))) return
    const host = await nextHost(trx, ritual, space)
    const occasion: OccasionRow = {
      community_id: ritual.community_id,
      id: newId(now.getTime()),
      ritual_id: ritual.id,
      space_id: ritual.space_id,
      state: 'waiting',
      due_at: due,
      host_id: host ?? null,
      asked_at: now,
      reminded_at: null,
      declined: [],
      first_words: null,
      post_id: null,
      opened_at: null,
      closes_at: null,
      closed_at: null,
    }
    if ((await addOccasion(trx, occasion)) && host)
      await tellHost(trx, 'ritual-host-asked', occasion, host, now)
  })
}

/** Once, and not who was asked only a day ago. */
async function remind({ house }: Tending, occasion: OccasionRow): Promise<void> {
  const now = house.clock.now()
  const { host_id: host } = occasion
  if (!host || occasion.first_words !== null || occasion.reminded_at) return
  if (!isTimeToRemind(occasion.due_at, occasion.asked_at, now)) return
  await house.db.transaction().execute(async (trx) => {
    const still = sql<boolean>`(host_id = ${host}::uuid and reminded_at is null and first_words is null)`
    if (await changeOccasion(trx, occasion, 'waiting', { reminded_at: now }, still))
      await tellHost(trx, 'ritual-host-reminded', occasion, host, now)
  })
}

async function tendWaiting(tending: Tending, ritual: RitualRow, occasion: OccasionRow): Promise<void> {
  const { house, spaces } = tending
  const now = house.clock.now()
  const isWritten = occasion.first_words !== null
  if (missedAt(occasion.due_at, ritual.open_days, isWritten) <= now) return missOccasion(house, occasion)
  const space = spaces.get(ritual.space_id)
  if (!space) return
  await replaceLostHost(house, ritual, space, occasion)
  if (isWritten && occasion.due_at <= now) await openOccasion(house, ritual, occasion)
  else await remind(tending, occasion)
}

/** One that fails keeps no other waiting; the next minute tries it again. */
async function carefully(house: House, work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    house.log.error('ritual_failed', { code: (error as { code?: string }).code })
  }
}

/** Everything that is due in a place: closed before opened, so that one follows the other in a space. */
export async function tendRituals(house: House, community: Community): Promise<void> {
  const { db } = house
  const occasions = await currentOccasions(db, community.id)
  const rituals = new Map((await ritualsOn(db, community.id)).map((ritual) => [ritual.id, ritual]))
  const tending = { house, community, spaces: await allSpaces(db, community.id) }
  const over = occasions.filter(({ state, closes_at }) => state === 'open' && closes_at! <= house.clock.now())
  for (const occasion of over) await carefully(house, closeOccasion(house, occasion))
  for (const occasion of occasions.filter(({ state }) => state === 'waiting')) {
    const ritual = rituals.get(occasion.ritual_id)
    if (ritual) await carefully(house, tendWaiting(tending, ritual, occasion))
  }
  if (rituals.size === 0 || !(await areThere(house, community.id))) return
  const busy = new Set((await currentOccasions(db, community.id)).map(({ ritual_id }) => ritual_id))
  for (const ritual of rituals.values())
    if (!busy.has(ritual.id) && !ritual.asked_keeper_at) await carefully(house, plan(tending, ritual))
}

/** Opens, reminds, closes and gathers. It may run on two servers at once: each change is made only from where it stood. */
export const tendJob: Job = {
  name: 'tend-rituals',
  schedule: '* * * * *',
  async run(house) {
    for (const community of await house.communities.all()) await tendRituals(house, community)
  },
}
