import { sql } from 'kysely'
import type { DbOrTrx, Tables, Trx } from '../foundation/index.ts'
import type { Need } from './rules.ts'

/** An entry as it was written; `replyId` null means the post. */
export interface Source {
  title: string | null
  body: string
  need: Need | null
  newToThis: boolean
  unnamed: boolean
  createdAt: Date
  editedAt: Date | null
  deletedAt: Date | null
  hiddenAt: Date | null
  heldAt: Date | null
}

/** Reads what was typed. Ask first whether the viewer may see it. */
export async function readSource(
  db: DbOrTrx,
  communityId: string,
  postId: string,
  replyId: string | null,
  lock = false,
): Promise<Source | undefined> {
  const shared = ['body', 'unnamed', 'created_at', 'edited_at', 'deleted_at', 'hidden_at', 'held_at'] as const
  const posts = db
    .selectFrom('posts')
    .select([...shared, 'title', 'need', 'new_to_this'])
    .where('community_id', '=', communityId)
    .where('id', '=', postId)
  const replies = db
    .selectFrom('replies')
    .select([
      ...shared,
      sql<null>`null`.as('title'),
      sql<null>`null`.as('need'),
      sql<boolean>`false`.as('new_to_this'),
    ])
    .where('community_id', '=', communityId)
    .where('post_id', '=', postId)
    .where('id', '=', replyId)
  const query = replyId ? replies : posts
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return (
    row && {
      title: row.title,
      body: row.body,
      need: row.need,
      newToThis: row.new_to_this,
      unnamed: row.unnamed,
      createdAt: row.created_at,
      editedAt: row.edited_at,
      deletedAt: row.deleted_at,
      hiddenAt: row.hidden_at,
      heldAt: row.held_at,
    }
  )
}

export interface Change {
  body: string
  html: string
  editedAt: Date | null
  /** Of posts only. */
  title?: string
  need?: Need | null
  newToThis?: boolean
}

/** Puts new words in the place of the old ones. */
export async function changeEntry(
  trx: Trx,
  communityId: string,
  postId: string,
  replyId: string | null,
  change: Change,
): Promise<void> {
  const words = { body: change.body, html: change.html, edited_at: change.editedAt }
  if (replyId)
    await trx
      .updateTable('replies')
      .set(words)
      .where('community_id', '=', communityId)
      .where('id', '=', replyId)
      .execute()
  else
    await trx
      .updateTable('posts')
      .set({ ...words, title: change.title, need: change.need, new_to_this: change.newToThis })
      .where('community_id', '=', communityId)
      .where('id', '=', postId)
      .execute()
}

/** Keeps what an entry said before an edit. */
export async function keepVersion(trx: Trx, version: Tables['entry_versions']): Promise<void> {
  await trx.insertInto('entry_versions').values(version).execute()
}

/** Earlier versions, youngest first. */
export async function versionsOf(db: DbOrTrx, communityId: string, entryId: string) {
  return db
    .selectFrom('entry_versions')
    .select(['id', 'title', 'body', 'written_at'])
    .where('community_id', '=', communityId)
    .where('entry_id', '=', entryId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}
