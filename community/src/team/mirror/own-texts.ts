import { sql } from 'kysely'
import { entryListed } from '../../conversation/index.ts'
import { type House, type MemberViewer, plainWords, prepare } from '../../foundation/index.ts'
import { kindDefaults, type SpaceKind, spaceKinds } from '../../spaces/index.ts'
import { MIRROR_MILLISECONDS, NEWCOMER_DAYS, TEXTS_AT_MOST } from './rules.ts'

/** Something a member wrote, without what they quote. */
export interface OwnText {
  postId: string
  replyId: string | null
  words: string
  /** It answers somebody who had come here a short while before. */
  toNewcomer: boolean
}

interface Row {
  post_id: string
  reply_id: string | null
  html: string
  to_newcomer: boolean
}

interface Params {
  community: string
  member: string
  since: Date
  kinds: SpaceKind[]
  newDays: number
  limit: number
}

// Of who wrote without a name it is not asked how long they have been here.
const own = prepare<Params, Row>(
  'mirror-own',
  (_, p) =>
    sql`select post_id, reply_id, html, to_newcomer from (
      (select p.id, p.id as post_id, null::uuid as reply_id, p.html, false as to_newcomer
        from posts p join spaces s on s.community_id = p.community_id and s.id = p.space_id
        where p.community_id = ${p.community} and p.author_id = ${p.member}::uuid and p.created_at >= ${p.since}
          and s.kind = any(${p.kinds}::text[]) and ${entryListed(p, 'p')}
        order by p.id desc limit ${p.limit})
      union all
      (select r.id, r.post_id, r.id as reply_id, r.html,
          coalesce(a.author_id <> r.author_id and not a.unnamed
            and m.joined_at > r.created_at - make_interval(days => ${p.newDays}::int), false) as to_newcomer
        from replies r
        join posts p on p.community_id = r.community_id and p.id = r.post_id and p.deleted_at is null and p.hidden_at is null
        join spaces s on s.community_id = p.community_id and s.id = p.space_id
        join lateral (
          select coalesce(b.author_id, p.author_id) as author_id, coalesce(b.unnamed, p.unnamed) as unnamed
          from (select 1) one left join replies b on b.community_id = r.community_id and b.id = r.parent_id) a on true
        join members m on m.community_id = r.community_id and m.id = a.author_id
        where r.community_id = ${p.community} and r.author_id = ${p.member}::uuid and r.created_at >= ${p.since}
          and s.kind = any(${p.kinds}::text[]) and ${entryListed(p, 'r')}
        order by r.id desc limit ${p.limit})
    ) said order by id desc limit ${p.limit}`,
)

/** Where people write of what weighs on them, nobody holds up a mirror. */
const mirrored = spaceKinds.filter((kind) => kindDefaults[kind].thanksShown)

const withoutQuotes = (html: string): string => {
  let text = html
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(/<blockquote>(?:(?!<\/?blockquote>)[\s\S])*<\/blockquote>/g, ' ')
  }
  return text.replace(/<pre>[\s\S]*?<\/pre>/g, ' ')
}

/** What a member wrote in the last thirty days, latest first: never anybody else's, whoever asks. */
export async function readOwnTexts(
  house: House,
  { communityId, memberId }: MemberViewer,
): Promise<OwnText[]> {
  const rows = await own(house, {
    community: communityId,
    member: memberId,
    since: new Date(house.clock.now().getTime() - MIRROR_MILLISECONDS),
    kinds: [...mirrored],
    newDays: NEWCOMER_DAYS,
    limit: TEXTS_AT_MOST,
  })
  return rows
    .map(({ post_id, reply_id, html, to_newcomer }) => ({
      postId: post_id,
      replyId: reply_id,
      words: plainWords(withoutQuotes(html)),
      toNewcomer: to_newcomer,
    }))
    .filter(({ words }) => words !== '')
}
