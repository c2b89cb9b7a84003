import { sql } from 'kysely'
import { type Asking, noBlockWith, notMuted } from '../../bounds/index.ts'
import { entryVisible } from '../../conversation/index.ts'
import { type House, lowestIdAt, type MemberViewer, prepare } from '../../foundation/index.ts'
import { type SpaceKind, spaceVisible } from '../../spaces/index.ts'
import { type Gift, tellingGifts, toldTo } from '../../thanks/index.ts'
import { rippleKinds } from './open-here.ts'
import { type Beyond, NAMES_SHOWN, TELLERS_ASKED, wentOn } from './rules.ts'

/** Somebody who told me, with what they told last. */
export interface Told {
  person: { handle: string; name: string }
  /** Undefined where they did what I had thought of, and told how it went. */
  gift: Gift | undefined
  words: string
  /** Where it was for; null for an act, or for being there. */
  postId: string | null
  replyId: string | null
  /** Of the post, where it is still there for me. */
  title: string | undefined
  /** The idea for a kind act that they did too. */
  idea: { id: string; words: string } | undefined
}

export interface Ripple {
  /** Newest first, each person once, at most ten. */
  told: Told[]
  /** No more is known of it than that. */
  wentOn: boolean
  /** Where the picture before this one begins: milliseconds since 1970. */
  next: number | undefined
}

interface TellerRow {
  member_id: string
  handle: string
  name: string
  kind: Gift | null
  words: string
  post_id: string | null
  reply_id: string | null
  title: string | null
  act_id: string | null
  idea: string | null
  at: Date
  first_at: Date
}

/**
 * So much is looked at, the newest first, that a picture never costs more, however long somebody helps: of what was told,
 * what of it may be drawn; of my ideas, what was told of each; of what each of those who told me was told afterwards, whom of it.
 */
const most = { scanned: 2_000, told: 500, acts: 50, stories: 20, scannedBeyond: 40, beyond: 10 }

interface Looking extends Asking {
  /** The lowest id after the time looked at, and that time. */
  beforeId: string
  before: Date
  kinds: readonly SpaceKind[]
  gifts: readonly Gift[]
  scanned: number
  told: number
  acts: number
  stories: number
  limit: number
}

/** What was said to me with words in spaces whose help may be drawn, newest first. */
const said = (p: Looking) => sql`
  select t.giver_id as member_id, t.kind, t.words, t.post_id, t.reply_id, null::uuid as act_id, null::text as idea, t.created_at as at
  from (select * from thanks n where n.community_id = ${p.community} and n.receiver_id = ${p.member}::uuid and ${toldTo('n')}
    and n.id < ${p.beforeId}::uuid and n.created_at < ${p.before} order by n.id desc limit ${p.scanned}) t
  left join posts p on p.community_id = t.community_id and p.id = t.post_id
  left join spaces s on s.community_id = p.community_id and s.id = p.space_id
  where t.kind = any(${p.gifts}::text[]) and (t.post_id is null or s.kind = any(${p.kinds}::text[]))
    and ${noBlockWith(p, sql`t.giver_id`)} and ${notMuted(p, sql`t.giver_id`)}
  order by t.id desc limit ${p.told}`

/** What others told of doing what I had thought of. */
const didToo = (p: Looking) => sql`
  select y.member_id, null::text as kind, y.story as words, null::uuid as post_id, null::uuid as reply_id, a.id as act_id, a.words as idea,
    y.told_at as at
  from (select id, words from kind_acts where community_id = ${p.community} and author_id = ${p.member}::uuid
    order by id desc limit ${p.acts}) a
  cross join lateral (select z.member_id, z.story, z.told_at from kind_act_tries z
    where z.community_id = ${p.community} and z.act_id = a.id and z.told_at is not null and z.hidden_at is null and z.told_at < ${p.before}
      and z.member_id <> ${p.member}::uuid and ${noBlockWith(p, sql`z.member_id`)} and ${notMuted(p, sql`z.member_id`)}
    order by z.told_at desc limit ${p.stories}) y`

const tellers = prepare<Looking, TellerRow>(
  'ripple-tellers',
  (_, p) => sql`
    with told as materialized ((${said(p)}) union all (${didToo(p)})),
    newest as (select distinct on (told.member_id) told.*, min(told.at) over (partition by told.member_id) as first_at
      from told order by told.member_id, told.at desc)
    select n.*, m.handle, m.name,
      case when p.deleted_at is null and p.hidden_at is null and ${entryVisible(p, 'p')} then p.title end as title
    from newest n
    join members m on m.community_id = ${p.community} and m.id = n.member_id and m.status = 'active'
    left join posts p on p.community_id = ${p.community} and p.id = n.post_id
    left join spaces s on s.community_id = p.community_id and s.id = p.space_id
    order by n.at desc, n.member_id
    limit ${p.limit}`,
)

interface LookingBeyond extends Asking {
  tellers: readonly string[]
  /** When each of them told me. */
  since: readonly Date[]
  kinds: readonly SpaceKind[]
  gifts: readonly Gift[]
  scanned: number
  limit: number
}

/**
 * Who told those who told me, afterwards. What was said to words without a name is left out: that it went on must not say
 * whose they were. So is what stands behind any boundary of mine, or of the two.
 */
const beyond = prepare<LookingBeyond, { teller_id: string; member_id: string }>(
  'ripple-beyond',
  (_, p) => sql`
    select distinct w.id as teller_id, b.giver_id as member_id
    from unnest(${p.tellers}::uuid[], ${p.since}::timestamptz[]) as w(id, since)
    cross join lateral (
      select t.giver_id
      from (select * from thanks n where n.community_id = ${p.community} and n.receiver_id = w.id and ${toldTo('n')}
        order by n.id desc limit ${p.scanned}) t
      join members g on g.community_id = t.community_id and g.id = t.giver_id and g.status = 'active'
      left join posts p on p.community_id = t.community_id and p.id = t.post_id
      left join replies r on r.community_id = t.community_id and r.id = t.reply_id
      left join spaces s on s.community_id = p.community_id and s.id = p.space_id
      where t.created_at > w.since and t.kind = any(${p.gifts}::text[]) and t.giver_id <> ${p.member}::uuid and t.giver_id <> all(${p.tellers}::uuid[])
        and (t.post_id is null or (s.kind = any(${p.kinds}::text[]) and ${spaceVisible(p, 's')} and ${entryVisible(p, 'p')}
          and p.deleted_at is null and p.hidden_at is null and not coalesce(r.unnamed, p.unnamed)))
        and ${noBlockWith(p, sql`t.giver_id`)} and ${notMuted(p, sql`t.giver_id`)}
        and not exists (select from blocks x where x.community_id = ${p.community}
          and ((x.blocker_id = w.id and x.blocked_id = t.giver_id) or (x.blocker_id = t.giver_id and x.blocked_id = w.id)))
      order by t.id desc limit ${p.limit}) b`,
)

const view = (row: TellerRow): Told => ({
  person: { handle: row.handle, name: row.name },
  gift: row.kind ?? undefined,
  words: row.words,
  postId: row.post_id,
  replyId: row.reply_id,
  title: row.title ?? undefined,
  idea: row.act_id ? { id: row.act_id, words: row.idea ?? '' } : undefined,
})

/**
 * What people told this member came of their help. For them alone: there is no other member to ask about.
 * @param before milliseconds since 1970; what was told earlier
 */
export async function readRipple(
  house: House,
  { communityId: community, memberId: member }: MemberViewer,
  { before }: { before?: number | undefined } = {},
): Promise<Ripple> {
  const time = before ?? house.clock.now().getTime() + 1
  const shared = { community, member, kinds: rippleKinds, gifts: tellingGifts }
  const rows = await tellers(house, {
    ...shared,
    beforeId: lowestIdAt(time),
    before: new Date(time),
    scanned: most.scanned,
    told: most.told,
    acts: most.acts,
    stories: most.stories,
    limit: TELLERS_ASKED,
  })
  const further = await beyond(house, {
    ...shared,
    tellers: rows.map(({ member_id }) => member_id),
    since: rows.map(({ first_at }) => first_at),
    scanned: most.scannedBeyond,
    limit: most.beyond,
  })
  const people: Beyond[] = further.map(({ teller_id, member_id }) => ({
    tellerId: teller_id,
    memberId: member_id,
  }))
  const told = rows.slice(0, NAMES_SHOWN)
  return {
    told: told.map(view),
    wentOn: wentOn(rows.length, people),
    next: rows.length > told.length ? told.at(-1)!.at.getTime() : undefined,
  }
}
