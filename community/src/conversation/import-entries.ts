import { renderMarkdown, type Trx } from '../foundation/index.ts'
import { followByWriting } from './follow-store.ts'
import { type Need, replyPath } from './rules.ts'
import { addPost, addReplies } from './store.ts'
import { keepVersion } from './words-store.ts'

/** A post that was written elsewhere or earlier: times and ids are given, nobody is told. */
export interface ImportedPost {
  communityId: string
  id: string
  spaceId: string
  authorId: string
  unnamed: boolean
  title: string
  body: string
  language: string
  need: Need | null
  newToThis: boolean
  createdAt: Date
  editedAt: Date | null
  deletedAt: Date | null
  hiddenAt: Date | null
  pinnedAt: Date | null
  lockedAt: Date | null
  replies: ImportedReply[]
}

export interface ImportedReply {
  id: string
  /** Index in `replies` of the reply it answers, always an earlier one; undefined answers the post. */
  to: number | undefined
  authorId: string
  unnamed: boolean
  body: string
  language: string
  createdAt: Date
  editedAt: Date | null
  deletedAt: Date | null
  hiddenAt: Date | null
}

/** What was taken back is not kept here either. */
function wordsOf(entry: { body: string; deletedAt: Date | null }, names: ReadonlyMap<string, string>) {
  return entry.deletedAt
    ? { body: '', html: '' }
    : { body: entry.body, html: renderMarkdown(entry.body, names) }
}

function replyRows(post: ImportedPost, names: ReadonlyMap<string, string>) {
  const paths: Buffer[] = []
  return post.replies.map((reply) => {
    const path = replyPath(reply.id, reply.to === undefined ? undefined : paths[reply.to])
    paths.push(path)
    return {
      community_id: post.communityId,
      post_id: post.id,
      id: reply.id,
      parent_id: reply.to === undefined ? null : post.replies[reply.to]!.id,
      path,
      author_id: reply.authorId,
      unnamed: reply.unnamed,
      ...wordsOf(reply, names),
      language: reply.language,
      created_at: reply.createdAt,
      edited_at: reply.editedAt,
      deleted_at: reply.deletedAt,
      hidden_at: reply.hiddenAt,
    }
  })
}

/**
 * Adds a thread with its replies.
 * @param names members by handle, for mentions
 */
export async function importPost(
  trx: Trx,
  post: ImportedPost,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  const active = post.replies.reduce(
    (latest, { createdAt }) => (createdAt > latest ? createdAt : latest),
    post.createdAt,
  )
  await addPost(trx, {
    community_id: post.communityId,
    id: post.id,
    space_id: post.spaceId,
    author_id: post.authorId,
    unnamed: post.unnamed,
    title: post.deletedAt ? '' : post.title,
    ...wordsOf(post, names),
    language: post.language,
    need: post.need,
    new_to_this: post.newToThis,
    created_at: post.createdAt,
    edited_at: post.editedAt,
    deleted_at: post.deletedAt,
    hidden_at: post.hiddenAt,
    pinned_at: post.pinnedAt,
    locked_at: post.lockedAt,
    reply_count: post.replies.filter((reply) => !reply.deletedAt).length,
    active_at: active,
  })
  await addReplies(trx, replyRows(post, names))
  for (const [memberId, at] of writersOf(post))
    await followByWriting(trx, post.communityId, memberId, post.id, at)
}

/** Everybody who wrote in a thread, with their first time there. */
function writersOf(post: ImportedPost): Map<string, Date> {
  const first = new Map([[post.authorId, post.createdAt]])
  for (const reply of post.replies) if (!first.has(reply.authorId)) first.set(reply.authorId, reply.createdAt)
  return first
}

/** Keeps what an entry said before an edit. */
export async function importVersion(
  trx: Trx,
  version: {
    communityId: string
    entryId: string
    id: string
    title: string | null
    body: string
    writtenAt: Date
  },
): Promise<void> {
  await keepVersion(trx, {
    community_id: version.communityId,
    entry_id: version.entryId,
    id: version.id,
    title: version.title,
    body: version.body,
    written_at: version.writtenAt,
  })
}
