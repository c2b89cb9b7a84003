import { sql } from 'kysely'
import { readHere } from '../../composer/index.ts'
import { entryListed, replyPlace } from '../../conversation/index.ts'
import { type House, type MemberViewer, plainExcerpt } from '../../foundation/index.ts'
import { isRemembered } from '../../members/index.ts'
import { shownThanksFor } from '../../thanks/index.ts'
import { kindness, WORTH_MILLISECONDS, WORTH_READ, worthAWord } from './rules.ts'

/** Something kind that nobody has remarked on. */
export interface WorthAWord {
  id: string
  href: string
  /** Where one can say thank you for it. */
  thankHref: string
  /** Undefined where it stands without a name. */
  author: string | undefined
  words: string
  title: string
  spaceName: string
  since: Date
}

interface Row {
  id: string
  post_id: string
  author_id: string
  name: string | null
  body: string
  title: string
  space_name: string
  created_at: Date
}

const LENGTH = 160

/** Answers of the last days that nobody answered, thanked where others read it, or marked. */
async function unremarked(house: House, viewer: MemberViewer): Promise<Row[]> {
  const asking = { community: viewer.communityId, member: viewer.memberId }
  const since = new Date(house.clock.now().getTime() - WORTH_MILLISECONDS)
  const { rows } = await sql<Row>`
    select r.id, r.post_id, r.author_id, case when r.unnamed then null else m.name end as name, r.body, p.title, s.name as space_name, r.created_at
    from posts p
    join replies r on r.community_id = p.community_id and r.post_id = p.id
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    join members m on m.community_id = r.community_id and m.id = r.author_id
    where p.community_id = ${asking.community} and p.deleted_at is null and p.active_at > ${since} and r.created_at > ${since}
      and r.author_id <> ${asking.member}::uuid and r.author_id <> p.author_id and (r.unnamed or not ${isRemembered('m')})
      and ${entryListed(asking, 'p')} and ${entryListed(asking, 'r')}
      and not exists (select from replies x where x.community_id = r.community_id and x.post_id = r.post_id and x.parent_id = r.id
        and x.author_id <> r.author_id and x.deleted_at is null)
      and not exists (select from reply_marks k where k.community_id = r.community_id and k.reply_id = r.id and (k.kind = 'helped' or k.seldom))
      and not ${shownThanksFor('r')}
    order by r.id desc limit ${WORTH_READ}`.execute(house.db)
  return rows
}

/**
 * Kind things nobody has remarked on, for who looks after the place: read in memory as they ask, kept nowhere. In a
 * closed space they are known to its own people alone.
 */
export async function readWorthAWord(house: House, viewer: MemberViewer): Promise<WorthAWord[]> {
  const read: { row: Row; id: string; writer: string; kind: number }[] = []
  for (const row of await unremarked(house, viewer)) {
    const { scores } = await readHere(row.body)
    const kind = kindness(scores)
    // Each unnamed one stands for itself: two left out for one writer would say that they are one.
    if (kind !== undefined)
      read.push({ row, id: row.id, writer: row.name === null ? row.id : row.author_id, kind })
  }
  return worthAWord(read).map(({ row }) => ({
    id: row.id,
    href: replyPlace(row.post_id, row.id),
    thankHref: `/thank?post=${row.post_id}&reply=${row.id}`,
    author: row.name ?? undefined,
    words: plainExcerpt(row.body, LENGTH),
    title: row.title,
    spaceName: row.space_name,
    since: row.created_at,
  }))
}
