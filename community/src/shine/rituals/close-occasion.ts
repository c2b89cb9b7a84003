import { sql } from 'kysely'
import { closeThread } from '../../conversation/index.ts'
import { type House, record, type Trx } from '../../foundation/index.ts'
import { tellHost } from './ask-host.ts'
import { changeOccasion, type OccasionRow } from './occasion-store.ts'
import { closedWith, QUIET_IN_ROW } from './rules.ts'
import { voicesIn } from './voices.ts'

/** Counts quiet ones in a row; after two, whoever looks after it is asked, once. */
async function countQuiet(trx: Trx, occasion: OccasionRow, now: Date): Promise<void> {
  const row = await trx
    .updateTable('rituals')
    .set({ quiet: sql`quiet + 1` })
    .where('community_id', '=', occasion.community_id)
    .where('id', '=', occasion.ritual_id)
    .returning(['quiet', 'keeper_id', 'resting_at'])
    .executeTakeFirst()
  if (!row || row.quiet < QUIET_IN_ROW || row.resting_at) return
  const { numUpdatedRows } = await trx
    .updateTable('rituals')
    .set({ asked_keeper_at: now })
    .where('community_id', '=', occasion.community_id)
    .where('id', '=', occasion.ritual_id)
    .where('asked_keeper_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await record(
    trx,
    {
      communityId: occasion.community_id,
      kind: 'ritual-was-quiet',
      memberId: row.keeper_id,
      spaceId: occasion.space_id,
      subjectId: occasion.ritual_id,
    },
    now,
  )
}

async function noteVoices(trx: Trx, occasion: OccasionRow, state: string, now: Date): Promise<void> {
  if (state !== 'gathered') return countQuiet(trx, occasion, now)
  await trx
    .updateTable('rituals')
    .set({ quiet: 0 })
    .where('community_id', '=', occasion.community_id)
    .where('id', '=', occasion.ritual_id)
    .execute()
}

/**
 * Closes one whose time is over: its thread takes no more, what people agreed to show is gathered where three spoke, and its host is
 * thanked privately either way. All of it or nothing; whoever comes second finds it done.
 */
export async function closeOccasion(house: House, occasion: OccasionRow): Promise<void> {
  const { community_id: communityId, post_id: postId, host_id: hostId } = occasion
  if (!postId) return
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    const state = closedWith(await voicesIn(trx, communityId, postId))
    if (!(await changeOccasion(trx, occasion, 'open', { state, closed_at: now }))) return
    await closeThread(trx, { communityId, spaceId: occasion.space_id, postId }, now)
    await noteVoices(trx, occasion, state, now)
    if (hostId) await tellHost(trx, 'ritual-host-thanked', occasion, hostId, now)
  })
}

/** Nobody began it in its time. */
export async function missOccasion(house: House, occasion: OccasionRow): Promise<void> {
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    const missed = { state: 'missed' as const, closed_at: now, first_words: null }
    if (await changeOccasion(trx, occasion, 'waiting', missed)) await countQuiet(trx, occasion, now)
  })
}
