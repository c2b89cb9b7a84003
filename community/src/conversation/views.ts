import type { SpaceKind, SpaceVisibility } from '../spaces/index.ts'
import type { Need, ReadMark } from './rules.ts'

/** Who wrote something, as this viewer may know it; undefined where it stands without a name. */
export interface AuthorView {
  id: string
  name: string
  handle: string
  pictureId: string | null
}

export interface EntryView {
  id: string
  /** The post itself or the post a reply belongs to. */
  postId: string
  isReply: boolean
  author: AuthorView | undefined
  mine: boolean
  /** False when it was deleted, or hidden and not for this viewer. */
  readable: boolean
  /** Rendered Markdown; empty when it was deleted, or hidden and not for this viewer. */
  html: string
  language: string
  createdAt: Date
  editedAt: Date | null
  deleted: boolean
  hidden: boolean
  /** It waits for a steward's look; only its author and stewards are shown it. */
  held: boolean
  muted: boolean
}

export interface PostView extends EntryView {
  title: string
  need: Need | null
  newToThis: boolean
  pinned: boolean
  locked: boolean
  replyCount: number
  activeAt: Date
  space: {
    id: string
    slug: string
    name: string
    kind: SpaceKind
    visibility: SpaceVisibility
    archived: boolean
  }
  /** Set when it was moved; the name only where this viewer may see the space it came from. */
  movedFrom: { name: string | undefined; at: Date } | undefined
  reader: PostReader
}

/** What a post is to who reads it. Empty for visitors; nobody else ever sees it. */
export interface PostReader {
  mark: ReadMark | undefined
  followed: boolean
  /** Ids of the post and of its replies that they bookmarked. */
  kept: readonly string[]
}

export interface ReplyView extends EntryView {
  parentId: string | null
  /** Who is answered, for "to Mira"; undefined when it answers the post. */
  parentName: string | undefined
  depth: number
  isNew: boolean
}

/** A line in a feed. */
export interface PostLine {
  id: string
  title: string
  excerpt: string
  author: AuthorView | undefined
  need: Need | null
  newToThis: boolean
  pinned: boolean
  replyCount: number
  createdAt: Date
  activeAt: Date
  language: string
  /** It waits for a steward's look; only its author has it in a list. */
  held: boolean
  /** Something was written since this reader was last there. */
  fresh: boolean
  space: { slug: string; name: string }
}
