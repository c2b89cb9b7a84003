import { sql } from 'kysely'
import { noBlockWith } from '../bounds/index.ts'
import { type DbOrTrx, type House, type MemberViewer, newId } from '../foundation/index.ts'

/** More than anybody keeps; the oldest stay, a new one is refused. */
export const OWN_NOTES = 200

/** Something a member noted for themselves about words that bothered them. */
export interface OwnNote {
  id: string
  kind: string
  /** Who wrote them; undefined where a block stands between. */
  by: string | undefined
  note: string
  href: string
  notedAt: Date
}

interface NewNote {
  kind: string
  wordsId: string
  authorHandle: string
  note: string
  href: string
}

/** @returns false where there is no more room */
export async function addOwnNote(
  db: DbOrTrx,
  { communityId, memberId }: MemberViewer,
  { kind, wordsId, authorHandle, note, href }: NewNote,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into own_notes (community_id, member_id, id, kind, words_id, author_id, note, href, noted_at)
    select ${communityId}, ${memberId}, ${newId(now.getTime())}, ${kind}, ${wordsId}, a.id, ${note}, ${href}, ${now}
    from members a where a.community_id = ${communityId} and a.handle = ${authorHandle}
      and (select count(*) from own_notes n where n.community_id = ${communityId} and n.member_id = ${memberId}) < ${OWN_NOTES}
    returning id`.execute(db)
  return rows.length > 0
}

/** What a member noted, latest first. For them alone. */
export async function readOwnNotes(
  house: House,
  { communityId, memberId }: MemberViewer,
): Promise<OwnNote[]> {
  const asking = { community: communityId, member: memberId }
  const { rows } = await sql<Omit<OwnNote, 'by'> & { name: string | null }>`
    select n.id, n.kind, n.note, n.href, n.noted_at as "notedAt",
      case when ${noBlockWith(asking, sql`n.author_id`)} then a.name end as name
    from own_notes n left join members a on a.community_id = n.community_id and a.id = n.author_id
    where n.community_id = ${communityId} and n.member_id = ${memberId}
    order by n.id desc`.execute(house.db)
  return rows.map(({ name, ...note }) => ({ ...note, by: name ?? undefined }))
}

export async function eraseOwnNote(
  db: DbOrTrx,
  { communityId, memberId }: Pick<MemberViewer, 'communityId' | 'memberId'>,
  id?: string,
): Promise<void> {
  const query = db
    .deleteFrom('own_notes')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
  await (id === undefined ? query : query.where('id', '=', id)).execute()
}
