import { sql } from 'kysely'
import { type Asking, noBlockWith } from '../../bounds/index.ts'
import { type House, prepare } from '../../foundation/index.ts'
import type { MemberRole } from '../../members/index.ts'
import { type Candidate, DAY, NEW_DAYS } from './rules.ts'

interface Row {
  id: string
  here: boolean
  under_18: boolean
  role: MemberRole
  joined_at: Date
  said_no: boolean
  asked: boolean
  seen_outside: boolean
  begins: boolean
}

/** Threads somebody began, or answers they gave, under their own name where spotlights belong. */
const outside = sql`s.kind not in ('support', 'family')`

const waiting = prepare<Asking & { season: string; since: Date }, Row>(
  'spotlight-candidates',
  (
    _,
    p,
  ) => sql`select m.id, m.status = 'active' and m.account_id is not null as here, m.under_18, m.role, m.joined_at,
      coalesce(not c.asks, false) as said_no,
      exists (select from spotlights l where l.community_id = m.community_id and l.member_id = m.id and l.season = ${p.season}) as asked,
      exists (select from posts p join spaces s on s.community_id = p.community_id and s.id = p.space_id
        where p.community_id = m.community_id and p.author_id = m.id and not p.unnamed and p.deleted_at is null
          and p.hidden_at is null and ${outside})
      or exists (select from replies r join posts p on p.community_id = r.community_id and p.id = r.post_id
        join spaces s on s.community_id = p.community_id and s.id = p.space_id
        where r.community_id = m.community_id and r.author_id = m.id and not r.unnamed and r.deleted_at is null
          and r.hidden_at is null and ${outside}) as seen_outside,
      exists (select from posts p where p.community_id = m.community_id and p.author_id = m.id
        and p.created_at >= ${p.since} and p.deleted_at is null) as begins
    from members m
    left join spotlight_choices c on c.community_id = m.community_id and c.member_id = m.id
    where m.community_id = ${p.community} and m.id <> ${p.member}::uuid and ${noBlockWith(p, sql`m.id`)}
      and exists (select from spotlight_words w where w.community_id = m.community_id and w.about_id = m.id
        and w.delivered_at is null and not exists (select from blocks b where b.community_id = w.community_id
          and ((b.blocker_id = w.about_id and b.blocked_id = w.writer_id) or (b.blocker_id = w.writer_id and b.blocked_id = w.about_id)))
        and not exists (select from mutes u where u.community_id = w.community_id and u.muter_id = w.about_id and u.muted_id = w.writer_id))`,
)

/** Everybody about whom something waits to be read, but the host themselves and whom a block keeps from them. */
export async function candidatesFor(
  house: House,
  { communityId, hostId, season }: { communityId: string; hostId: string; season: string },
): Promise<Candidate[]> {
  const since = new Date(house.clock.now().getTime() - NEW_DAYS * DAY)
  const rows = await waiting(house, { community: communityId, member: hostId, season, since })
  return rows.map((row) => ({
    id: row.id,
    here: row.here,
    under18: row.under_18,
    saidNo: row.said_no,
    askedThisSeason: row.asked,
    seenOutside: row.seen_outside,
    newcomer: row.joined_at >= since,
    unseenRole: row.role === 'host' || !row.begins,
    steward: row.role === 'steward' || row.role === 'administrator',
  }))
}
