import { type RawBuilder, sql } from 'kysely'
import type { Asking } from '../../bounds/index.ts'
import { type House, record, type Trx } from '../../foundation/index.ts'
import { reachMembers } from '../../members/index.ts'
import { type Space, spaceVisible } from '../../spaces/index.ts'
import { changeOccasion, type OccasionRow } from './occasion-store.ts'
import { ritualPolicy } from './policy.ts'
import type { RitualRow } from './store.ts'

/** Who said they would host it, whoever has not for longest first; without who said "not this time". */
async function candidates(trx: Trx, ritual: RitualRow, declined: readonly string[]): Promise<string[]> {
  const member: Asking = {
    community: ritual.community_id,
    member: sql.ref('h.member_id') as RawBuilder<unknown> as unknown as string,
  }
  const { rows } = await sql<{ id: string }>`
    select h.member_id as id from ritual_hosts h
    join members m on m.community_id = h.community_id and m.id = h.member_id and m.status = 'active'
    join spaces s on s.community_id = h.community_id and s.id = ${ritual.space_id}
    where h.community_id = ${ritual.community_id} and h.ritual_id = ${ritual.id}
      and h.member_id <> all(${[...declined]}::uuid[]) and ${spaceVisible(member)}
    order by h.hosted_at nulls first, h.said_at, h.member_id`.execute(trx)
  return rows.map(({ id }) => id)
}

/** The next by rotation who may post there; undefined where nobody said yes. */
export async function nextHost(
  trx: Trx,
  ritual: RitualRow,
  space: Pick<Space, 'postingBy' | 'archivedAt'>,
  declined: readonly string[] = [],
): Promise<string | undefined> {
  const ids = await candidates(trx, ritual, declined)
  const members = await reachMembers(trx, ritual.community_id, ids)
  const facts = { keeperId: ritual.keeper_id, resting: false, space }
  return ids.find((id) => {
    const viewer = members.get(id)?.viewer
    return viewer && ritualPolicy.offer(viewer, facts)
  })
}

export async function tellHost(
  trx: Trx,
  kind: 'ritual-host-asked' | 'ritual-host-reminded' | 'ritual-host-thanked',
  occasion: OccasionRow,
  memberId: string,
  now: Date,
): Promise<void> {
  await record(
    trx,
    {
      communityId: occasion.community_id,
      kind,
      memberId,
      spaceId: occasion.space_id,
      postId: kind === 'ritual-host-thanked' ? occasion.post_id : null,
      subjectId: occasion.ritual_id,
    },
    now,
  )
}

/** Asks the next one to host an occasion that lost its host. */
export async function askNext(
  house: House,
  trx: Trx,
  ritual: RitualRow,
  space: Pick<Space, 'postingBy' | 'archivedAt'>,
  occasion: OccasionRow,
): Promise<void> {
  const now = house.clock.now()
  const host = await nextHost(trx, ritual, space, occasion.declined)
  if (!host) return
  const asked = { host_id: host, asked_at: now, reminded_at: null }
  if (await changeOccasion(trx, occasion, 'waiting', asked, sql<boolean>`host_id is null`))
    await tellHost(trx, 'ritual-host-asked', { ...occasion, host_id: host }, host, now)
}
