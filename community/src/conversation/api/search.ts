import { z } from '@hono/zod-openapi'
import {
  type Api,
  cursorSchema,
  endpoint,
  type House,
  handleSchema,
  limitSchema,
  pageOf,
  timeSchema,
  unfitting,
  type Viewer,
} from '../../foundation/index.ts'
import { personSchema } from '../../members/index.ts'
import { slugSchema, visibleSpace } from '../../spaces/index.ts'
import { whomMeant } from '../search/find-people.ts'
import type { FoundEntry } from '../search/read-found.ts'
import { QUERY_LENGTH } from '../search/rules.ts'
import { search } from '../search/search.ts'
import { searchErrors, searchWords as w } from '../search/words.ts'
import { conversationErrors } from '../words.ts'
import { shownAuthor } from './schemas.ts'

const querySchema = z.strictObject({
  words: z
    .string()
    .max(QUERY_LENGTH)
    .default('')
    .openapi({ description: 'Words to look for; "in quotes" stand together, -without leaves out.' }),
  space: slugSchema.optional(),
  by: handleSchema
    .optional()
    .openapi({ description: 'Written by this member, under their name. For members only.' }),
  kind: z.enum(['posts', 'answers']).optional(),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional().openapi({ description: 'The first moment that is too late.' }),
  order: z.enum(['newest', 'best']).default('newest'),
  cursor: cursorSchema(/^(\d{1,15}|\d{9})_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  limit: limitSchema,
})

const pieceSchema = z.object({ text: z.string(), marked: z.boolean() })

const foundSchema = z
  .object({
    postId: z.string(),
    replyId: z.string().nullable(),
    title: z.string().openapi({ description: 'Of the post, also for an answer to it.' }),
    excerpt: z.array(pieceSchema).openapi({ description: 'In pieces; marked ones are what was looked for.' }),
    author: personSchema.nullable(),
    space: z.object({ slug: z.string(), name: z.string() }),
    language: z.string(),
    createdAt: timeSchema,
  })
  .openapi('Found')

function shown(entry: FoundEntry): z.input<typeof foundSchema> {
  const { postId, space, language } = entry
  return {
    postId,
    replyId: entry.isReply ? entry.id : null,
    title: entry.title.map(({ text }) => text).join(''),
    excerpt: entry.excerpt.map(({ text, marked }) => ({ text, marked })),
    author: shownAuthor(entry.author),
    space: { slug: space.slug, name: space.name },
    language,
    createdAt: entry.writtenAt.toISOString(),
  }
}

async function spaceIdOf(
  house: House,
  viewer: Viewer,
  slug: string | undefined,
): Promise<string | undefined> {
  const space = slug === undefined ? undefined : await visibleSpace(house, viewer, slug)
  if (slug !== undefined && !space) throw unfitting('space', 'space_unknown', conversationErrors.spaceUnknown)
  return space?.id
}

async function authorIdOf(
  house: House,
  viewer: Viewer,
  handle: string | undefined,
): Promise<string | undefined> {
  if (handle === undefined) return undefined
  const one = (await whomMeant(house, viewer, handle)).find((member) => member.handle === handle)
  if (!one) throw unfitting('by', 'member_unknown', searchErrors.memberUnknown)
  return one.id
}

/** /search: the same as the page, with the same sight. */
export function searchApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/search',
    tag: 'Search',
    summary: 'Look through posts and answers you may read',
    who: 'anyone',
    scope: 'read',
    query: querySchema,
    answer: pageOf('FoundPage', foundSchema),
    async handle({ house, viewer, query }) {
      const { words, kind, order, cursor, limit } = query
      const [spaceId, authorId] = [
        await spaceIdOf(house, viewer, query.space),
        await authorIdOf(house, viewer, query.by),
      ]
      const dates = {
        from: query.from ? new Date(query.from) : undefined,
        until: query.until ? new Date(query.until) : undefined,
      }
      const page = await search(house, viewer, {
        words,
        spaceId,
        authorId,
        kind,
        order,
        cursor,
        limit,
        ...dates,
      })
      if (page.unwanted === 'common') throw unfitting('words', 'words_common', w.common)
      if (page.unwanted) throw unfitting('words', 'words_missing', w.onlyWithout)
      return { items: page.entries.map(shown), next: page.next ?? null }
    },
  })
}
