import { sql } from 'kysely'
import type { Asking } from '../bounds/index.ts'
import { entryHref, entryVisible } from '../conversation/index.ts'
import { type House, prepare } from '../foundation/index.ts'

/** A post or reply that a message is about, as one member may see it. The author stays inside this folder. */
export interface About {
  entryId: string
  postId: string
  replyId: string | null
  title: string
  href: string
  authorId: string
  unnamed: boolean
  /** It waits for a steward's look. */
  held: boolean
}

interface Row {
  entry_id: string
  post_id: string
  reply_id: string | null
  title: string
  author_id: string
  unnamed: boolean
  held: boolean
}

const entries = prepare<Asking & { ids: string[] }, Row>(
  'message-abouts',
  (_, p) =>
    sql`select w.id as entry_id, p.id as post_id, r.id as reply_id, p.title, coalesce(r.author_id, p.author_id) as author_id,
      coalesce(r.unnamed, p.unnamed) as unnamed, (p.held_at is not null or r.held_at is not null) as held
    from unnest(${p.ids}::uuid[]) as w (id)
    left join replies r on r.community_id = ${p.community} and r.id = w.id
    join posts p on p.community_id = ${p.community} and p.id = coalesce(r.post_id, w.id)
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    where p.deleted_at is null and p.hidden_at is null and ${entryVisible(p, 'p')}
      and (r.id is null or (r.deleted_at is null and r.hidden_at is null and ${entryVisible(p, 'r')}))`,
)

/** Posts and replies by id, as far as a member sees them; others are missing from the answer. */
export async function readAbouts(
  house: House,
  asking: Asking,
  ids: readonly string[],
): Promise<Map<string, About>> {
  if (ids.length === 0) return new Map()
  const rows = await entries(house, { ...asking, ids: [...new Set(ids)] })
  return new Map(
    rows.map((row) => [
      row.entry_id,
      {
        entryId: row.entry_id,
        postId: row.post_id,
        replyId: row.reply_id,
        title: row.title,
        href: entryHref(row.post_id, row.reply_id),
        authorId: row.author_id,
        unnamed: row.unnamed,
        held: row.held,
      },
    ]),
  )
}

/** An entry that both of two see; nothing where either does not. */
export async function aboutForBoth(
  house: House,
  communityId: string,
  [one, other]: readonly [string, string],
  id: string,
): Promise<About | undefined> {
  const [mine, theirs] = await Promise.all(
    [one, other].map((member) => readAbouts(house, { community: communityId, member }, [id])),
  )
  return theirs!.has(id) ? mine!.get(id) : undefined
}
