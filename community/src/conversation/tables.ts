import type { FollowKind, Need } from './rules.ts'

interface Entry {
  community_id: string
  id: string
  author_id: string
  /** Shown as "a member"; who wrote it stays in author_id and leaves the store for nobody else. */
  unnamed: boolean
  /** Markdown as written. */
  body: string
  /** The same, rendered when written: reading is far more frequent. */
  html: string
  language: string
  created_at: Date
  edited_at: Date | null
  deleted_at: Date | null
  hidden_at: Date | null
  /** Since when it waits for a steward's look: until then only its author and stewards see it. */
  held_at: Date | null
  /** When what had been held came into sight. */
  released_at: Date | null
}

declare module '../foundation/database/tables.ts' {
  interface Tables {
    posts: Entry & {
      space_id: string
      title: string
      need: Need | null
      new_to_this: boolean
      pinned_at: Date | null
      locked_at: Date | null
      reply_count: number
      /** Last time something was written here; feeds run along it. */
      active_at: Date
      /** Where it stood before it was moved, last time. */
      moved_from_id: string | null
      moved_at: Date | null
    }
    replies: Entry & {
      post_id: string
      /** The reply it answers; null answers the post. */
      parent_id: string | null
      /** Ids from the thread's root to here, three steps deep at most: sorts a thread in reading order. */
      path: Buffer
    }
    /** What an entry said before it was edited. */
    entry_versions: {
      community_id: string
      entry_id: string
      id: string
      title: string | null
      body: string
      written_at: Date
    }
    /** How far somebody read a thread. Theirs alone: nobody else is shown it, nothing is counted from it. */
    read_marks: {
      community_id: string
      member_id: string
      post_id: string
      read_at: Date
      /** When the visit before the last one ended: what is younger carries "New". */
      since: Date
    }
    /** What somebody kept to find again. entry_id is the post or the reply; theirs alone. */
    bookmarks: {
      community_id: string
      member_id: string
      entry_id: string
      post_id: string
      id: string
      created_at: Date
    }
    /** Whether somebody reads spaces newest first, whatever order a space chose. */
    feed_orders: { community_id: string; member_id: string; newest: boolean }
    /** What somebody follows; wanted is false after "unfollow", so that writing there does not follow again. */
    follows: {
      community_id: string
      member_id: string
      target_id: string
      kind: FollowKind
      wanted: boolean
      created_at: Date
    }
  }
}
