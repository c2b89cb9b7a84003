import { sql } from 'kysely'
import type { Trx } from '../foundation/index.ts'
import type { EntryPlace } from './release-entry.ts'

/** What comes into sight. Who wrote it stays inside the transaction. */
export interface Released {
  authorId: string
  spaceId: string
  body: string
}

async function releasePost(trx: Trx, place: EntryPlace, now: Date): Promise<Released | undefined> {
  return trx
    .updateTable('posts')
    .set({ held_at: null, released_at: now, active_at: sql`greatest(active_at, ${now})` })
    .where('community_id', '=', place.communityId)
    .where('id', '=', place.postId)
    .where('held_at', 'is not', null)
    .where('deleted_at', 'is', null)
    .where('hidden_at', 'is', null)
    .returning(['author_id as authorId', 'space_id as spaceId', 'body'])
    .executeTakeFirst()
}

async function releaseReply(trx: Trx, place: EntryPlace, now: Date): Promise<Released | undefined> {
  const reply = await trx
    .updateTable('replies')
    .set({ held_at: null, released_at: now })
    .where('community_id', '=', place.communityId)
    .where('post_id', '=', place.postId)
    .where('id', '=', place.replyId)
    .where('held_at', 'is not', null)
    .where('deleted_at', 'is', null)
    .where('hidden_at', 'is', null)
    .returning(['author_id', 'body'])
    .executeTakeFirst()
  if (!reply) return undefined
  const post = await trx
    .updateTable('posts')
    .set({ reply_count: sql`reply_count + 1`, active_at: sql`greatest(active_at, ${now})` })
    .where('community_id', '=', place.communityId)
    .where('id', '=', place.postId)
    .returning('space_id')
    .executeTakeFirstOrThrow()
  return { authorId: reply.author_id, spaceId: post.space_id, body: reply.body }
}

/** Brings something held into sight, counts it and brings its thread up; undefined where nothing waits. */
export function release(trx: Trx, place: EntryPlace, now: Date): Promise<Released | undefined> {
  return place.replyId ? releaseReply(trx, place, now) : releasePost(trx, place, now)
}
