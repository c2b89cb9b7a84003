import type { DbOrTrx } from '../database/connect.ts'
import { migration } from '../database/migrate.ts'

declare module '../database/tables.ts' {
  interface Tables {
    /** Pictures people brought. Without a post it is a member's own picture, seen by all who see the place. */
    files: {
      community_id: string
      id: string
      owner_id: string
      post_id: string | null
      /** Set with post_id where it belongs to a reply. */
      reply_id: string | null
      media_type: string
      width: number
      height: number
      /** What it shows, in its owner's words; empty when decorative or not described. */
      alt: string
      decorative: boolean
      created_at: Date
    }
  }
}

export const fileMigration = migration(
  'foundation-010-files',
  `create table files (
    community_id uuid not null,
    id uuid not null,
    owner_id uuid not null,
    post_id uuid,
    reply_id uuid,
    media_type text not null,
    width integer not null,
    height integer not null,
    alt text not null default '',
    decorative boolean not null default false,
    created_at timestamptz not null,
    primary key (community_id, id))`,
  'create index files_of_post on files (community_id, post_id, reply_id) where post_id is not null',
  'create index files_of_owner on files (community_id, owner_id)',
)

export interface FileRow {
  communityId: string
  id: string
  ownerId: string
  postId: string | null
  replyId: string | null
  mediaType: string
  width: number
  height: number
  alt: string
  decorative: boolean
  createdAt: Date
}

export async function addFile(db: DbOrTrx, file: FileRow): Promise<void> {
  await db
    .insertInto('files')
    .values({
      community_id: file.communityId,
      id: file.id,
      owner_id: file.ownerId,
      post_id: file.postId,
      reply_id: file.replyId,
      media_type: file.mediaType,
      width: file.width,
      height: file.height,
      alt: file.alt,
      decorative: file.decorative,
      created_at: file.createdAt,
    })
    .execute()
}

export async function fileById(db: DbOrTrx, communityId: string, id: string): Promise<FileRow | undefined> {
  const row = await db
    .selectFrom('files')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      communityId,
      id,
      ownerId: row.owner_id,
      postId: row.post_id,
      replyId: row.reply_id,
      mediaType: row.media_type,
      width: row.width,
      height: row.height,
      alt: row.alt,
      decorative: row.decorative,
      createdAt: row.created_at,
    }
  )
}

/** Width and height by id, for the pictures a text names. */
export async function fileSizes(
  db: DbOrTrx,
  communityId: string,
  ids: readonly string[],
): Promise<Map<string, { width: number; height: number }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('files')
    .select(['id', 'width', 'height'])
    .where('community_id', '=', communityId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, width, height }) => [id, { width, height }]))
}

/** Forgets the files of a post itself or of one reply. @returns their ids, to delete once this is certain */
export async function removeFilesOf(
  db: DbOrTrx,
  communityId: string,
  postId: string,
  replyId: string | null,
): Promise<string[]> {
  const rows = await db
    .deleteFrom('files')
    .where('community_id', '=', communityId)
    .where('post_id', '=', postId)
    .where('reply_id', replyId ? '=' : 'is', replyId)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function removeFile(db: DbOrTrx, communityId: string, id: string): Promise<void> {
  await db.deleteFrom('files').where('community_id', '=', communityId).where('id', '=', id).execute()
}
