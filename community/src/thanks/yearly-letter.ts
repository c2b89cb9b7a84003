import { sql } from 'kysely'
import { type Community, type House, type Job, record } from '../foundation/index.ts'

/** The day is looked for this long, so that a server that slept misses nobody. */
const DAYS = 7
/** Between two of them at least, whatever happens to a time zone. */
const APART_DAYS = 300

/**
 * Members who came here a year ago, or some years, in these days, and to whom something was said in words since: each once a year,
 * also with several servers.
 */
async function takeDue(house: House, community: Community, now: Date): Promise<string[]> {
  const zone = sql`coalesce(m.time_zone, ${community.timeZone})`
  const { rows } = await sql<{ member_id: string }>`
    insert into keepsake_letters (community_id, member_id, told_at)
    select m.community_id, m.id, ${now} from members m,
      lateral (select m.joined_at at time zone ${zone} as joined, ${now}::timestamptz at time zone ${zone} as today) at,
      lateral (select extract(year from age(at.today, at.joined))::int as years) gone
    where m.community_id = ${community.id} and m.status = 'active' and gone.years >= 1
      and at.today - (at.joined + make_interval(years => gone.years)) < make_interval(days => ${DAYS})
      and exists (select from thanks t where t.community_id = m.community_id and t.receiver_id = m.id and t.words <> '' and t.reach = 'reached'
        and t.taken_back_at is null and t.put_away_at is null and t.hidden_at is null and t.created_at > ${now}::timestamptz - interval '1 year')
    on conflict (community_id, member_id) do update set told_at = excluded.told_at
      where keepsake_letters.told_at < ${now}::timestamptz - make_interval(days => ${APART_DAYS})
    returning member_id`.execute(house.db)
  return rows.map((row) => row.member_id)
}

/** Tells each of them, quietly and with no word of it, that a year of kind words is kept for them. */
export async function tellOfYears(house: House, community: Community): Promise<void> {
  const now = house.clock.now()
  for (const memberId of await takeDue(house, community, now))
    await house.db
      .transaction()
      .execute((trx) => record(trx, { communityId: community.id, kind: 'keepsakes-year', memberId }, now))
}

export const yearlyLetterJob: Job = {
  name: 'keepsake-letters',
  schedule: '41 5 * * *',
  async run(house) {
    for (const community of await house.communities.all()) await tellOfYears(house, community)
  },
}
