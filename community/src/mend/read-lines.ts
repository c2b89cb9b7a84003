import { sql } from 'kysely'
import { noBlockWith, type Standing } from '../bounds/index.ts'
import { entryVisible } from '../conversation/index.ts'
import type { House } from '../foundation/index.ts'
import type { AskingForCases } from './visibility.ts'

/** A post or reply as it stands around what was reported. */
export interface SaidLine {
  id: string
  isReply: boolean
  /** Undefined where it stands without a name, or where a block stands between them and the viewer. */
  author: { id: string; name: string } | undefined
  html: string
  language: string
  createdAt: Date
  editedAt: Date | null
  deleted: boolean
  hidden: boolean
  /** A copy of words whose author has taken them back since. */
  gone?: boolean
}

/** Where a reported post or reply stands. */
export interface ReportedEntry {
  post_id: string | null
  reply_id: string | null
  entry_id: string
}

interface LineRow {
  id: string
  is_reply: boolean
  name: string | null
  author_id: string | null
  html: string
  language: string
  created_at: Date
  edited_at: Date | null
  deleted_at: Date | null
  hidden_at: Date | null
}

const line = (row: LineRow): SaidLine => ({
  id: row.id,
  isReply: row.is_reply,
  author: row.name !== null && row.author_id ? { id: row.author_id, name: row.name } : undefined,
  html: row.deleted_at ? '' : row.html,
  language: row.language,
  createdAt: row.created_at,
  editedAt: row.edited_at,
  deleted: row.deleted_at !== null,
  hidden: row.hidden_at !== null,
})

/**
 * The post and what was said around the reported words: three answers before them, the one they answer, two
 * after. What is reported is shown whatever blocks stand between its author and the steward; everybody
 * else's words only where the steward would read them anyway, or looks after a space from outside.
 */
export async function linesAround(
  house: House,
  asking: AskingForCases,
  found: ReportedEntry,
): Promise<SaidLine[]> {
  const readable = (alias: string) => {
    const e = sql.ref(alias)
    return sql<boolean>`(${e}.id = ${found.entry_id} or ${entryVisible(asking, alias)}
      or (${asking.administrator}::boolean and (${e}.unnamed or ${noBlockWith(asking, sql`${e}.author_id`)})))`
  }
  const columns = (alias: string) => {
    const e = sql.ref(alias)
    return sql`${e}.id, case when ${e}.unnamed then null else ${e}.author_id end as author_id, case when ${e}.unnamed then null else m.name end as name,
      ${e}.html, ${e}.language, ${e}.created_at, ${e}.edited_at, ${e}.deleted_at, ${e}.hidden_at`
  }
  const joins = sql`join posts p on p.community_id = r.community_id and p.id = r.post_id
    join spaces s on s.community_id = p.community_id and s.id = p.space_id
    join members m on m.community_id = r.community_id and m.id = r.author_id
    where r.community_id = ${asking.community} and r.post_id = ${found.post_id} and ${readable('r')}`
  const here = sql`coalesce((select path from replies where community_id = ${asking.community} and id = ${found.reply_id}::uuid), ''::bytea)`
  const { rows } = await sql<LineRow>`
    select * from (
      select ${columns('p')}, false as is_reply, ''::bytea as path
      from posts p join spaces s on s.community_id = p.community_id and s.id = p.space_id
      join members m on m.community_id = p.community_id and m.id = p.author_id
      where p.community_id = ${asking.community} and p.id = ${found.post_id} and ${readable('p')}
      union (select ${columns('r')}, true, r.path from replies r ${joins} and r.path <= ${here} order by r.path desc limit 4)
      union (select ${columns('r')}, true, r.path from replies r ${joins}
        and r.id = (select parent_id from replies where community_id = ${asking.community} and id = ${found.reply_id}::uuid))
      union (select ${columns('r')}, true, r.path from replies r ${joins} and r.path > ${here} order by r.path limit 2)
    ) said order by path`.execute(house.db)
  return rows.map(line)
}

/** What somebody chose to show of words that stewards cannot read where they stand. Nothing once the case is over. */
export async function copiedLines(
  house: House,
  asking: AskingForCases,
  about: { id: string; entry_id: string },
  is: Standing['is'],
): Promise<SaidLine[]> {
  const { rows } = await sql<{
    id: string
    name: string | null
    author_id: string
    html: string
    language: string
    said_at: Date
    reported: boolean
  }>`
    select l.id, l.author_id, case when ${noBlockWith(asking, sql`l.author_id`)} then m.name end as name, l.html, l.language, l.said_at, l.reported
    from case_lines l join members m on m.community_id = l.community_id and m.id = l.author_id
    where l.community_id = ${asking.community} and l.case_id = ${about.id} order by l.said_at, l.id`.execute(
    house.db,
  )
  return rows.map((row) => ({
    id: row.reported ? about.entry_id : row.id,
    isReply: false,
    author: row.name === null ? undefined : { id: row.author_id, name: row.name },
    html: row.html,
    language: row.language,
    createdAt: row.said_at,
    editedAt: null,
    deleted: false,
    hidden: row.reported && is === 'hidden',
    gone: row.reported && is === 'gone',
  }))
}
