import { z } from '@hono/zod-openapi'
import { timeSchema } from '../../foundation/index.ts'
import { personSchema } from '../../members/index.ts'
import type { History } from '../read-history.ts'
import { needs } from '../rules.ts'
import type { AuthorView, EntryView, PostLine, PostView, ReplyView } from '../views.ts'

const authorSchema = personSchema.nullable().openapi({ description: 'Null where it stands without a name.' })
const spaceSchema = z.object({ slug: z.string(), name: z.string() })
export const needSchema = z
  .enum(needs)
  .nullable()
  .openapi({ description: 'What would help, if its author said so.' })

export const lineSchema = z
  .object({
    id: z.string(),
    space: spaceSchema,
    title: z.string(),
    excerpt: z.string(),
    author: authorSchema,
    need: needSchema,
    newToThis: z.boolean(),
    pinned: z.boolean(),
    replyCount: z.int(),
    language: z.string(),
    createdAt: timeSchema,
    activeAt: timeSchema.openapi({ description: 'When something was last written here.' }),
    held: z.boolean().openapi({ description: 'Your own, waiting until a steward has looked.' }),
  })
  .openapi('PostLine')

const entryShape = {
  id: z.string(),
  author: authorSchema,
  mine: z.boolean(),
  html: z
    .string()
    .openapi({ description: 'Rendered and safe to show; empty where it was taken back or hidden.' }),
  markdown: z
    .string()
    .nullable()
    .openapi({ description: 'As it was typed; for its author only, when asked for alone.' }),
  language: z.string(),
  createdAt: timeSchema,
  editedAt: timeSchema.nullable(),
  deleted: z.boolean(),
  hidden: z.boolean().openapi({ description: 'Taken out of sight by a steward.' }),
  held: z.boolean().openapi({
    description: 'Waits until a steward has looked, because of a link; only its author and stewards get it.',
  }),
  muted: z.boolean().openapi({ description: 'You have muted who wrote this.' }),
}

export const postSchema = z
  .object({
    ...entryShape,
    space: spaceSchema,
    title: z.string(),
    need: needSchema,
    newToThis: z.boolean(),
    pinned: z.boolean(),
    locked: z.boolean(),
    replyCount: z.int(),
    activeAt: timeSchema,
    followed: z.boolean(),
    bookmarked: z.boolean(),
  })
  .openapi('Post')

export const replySchema = z
  .object({
    ...entryShape,
    postId: z.string(),
    parentId: z
      .string()
      .nullable()
      .openapi({ description: 'The reply it answers; null where it answers the post.' }),
    depth: z.int().openapi({ description: 'Steps in from the margin: 0, 1 or 2.' }),
  })
  .openapi('Reply')

export const versionSchema = z
  .object({
    title: z.string().nullable().openapi({ description: 'Null for replies.' }),
    html: z.string().openapi({ description: 'Rendered and safe to show.' }),
    from: timeSchema.openapi({ description: 'Since when it said this.' }),
  })
  .openapi('EntryVersion')

export const shownAuthor = (author: AuthorView | undefined) =>
  author ? { handle: author.handle, name: author.name } : null

export function shownLine(line: PostLine): z.input<typeof lineSchema> {
  const { id, space, title, excerpt, need, newToThis, pinned, replyCount, language, held } = line
  const times = { createdAt: line.createdAt.toISOString(), activeAt: line.activeAt.toISOString() }
  return {
    id,
    space: { slug: space.slug, name: space.name },
    title,
    excerpt,
    author: shownAuthor(line.author),
    need,
    newToThis,
    pinned,
    replyCount,
    language,
    held,
    ...times,
  }
}

function shownEntry(entry: EntryView, markdown: string | null) {
  const { id, mine, html, language, deleted, hidden, held, muted } = entry
  return {
    id,
    author: shownAuthor(entry.author),
    mine,
    html,
    markdown,
    language,
    deleted,
    hidden,
    held,
    muted,
    createdAt: entry.createdAt.toISOString(),
    editedAt: entry.editedAt?.toISOString() ?? null,
  }
}

export function shownPost(post: PostView, markdown: string | null = null): z.input<typeof postSchema> {
  const { title, need, newToThis, pinned, locked, replyCount, space, reader } = post
  return {
    ...shownEntry(post, markdown),
    space: { slug: space.slug, name: space.name },
    title,
    need,
    newToThis,
    pinned,
    locked,
    replyCount,
    activeAt: post.activeAt.toISOString(),
    followed: reader.followed,
    bookmarked: reader.kept.includes(post.id),
  }
}

export function shownReply(reply: ReplyView, markdown: string | null = null): z.input<typeof replySchema> {
  return {
    ...shownEntry(reply, markdown),
    postId: reply.postId,
    parentId: reply.parentId,
    depth: reply.depth,
  }
}

/** All versions that are kept stand on one page. */
export function shownHistory({ versions }: History) {
  const items = versions.map(({ title, html, from }) => ({ title, html, from: from.toISOString() }))
  return { items, next: null }
}
