import { z } from '@hono/zod-openapi'
import {
  type Api,
  cursorSchema,
  endpoint,
  type House,
  idSchema,
  limitSchema,
  type MemberViewer,
  notFound,
  pageOf,
  unfitting,
  type Viewer,
} from '../../foundation/index.ts'
import { slugSchema, visibleSpace, visibleSpaces } from '../../spaces/index.ts'
import { editEntry, readEditable } from '../edit-entry.ts'
import { lockPost, movePost, pinPost } from '../look-after-post.ts'
import { readPost } from '../read-entry.ts'
import { type FeedPage, readFeed, readFollowedFeed } from '../read-feed.ts'
import { readHistory } from '../read-history.ts'
import { BODY_LENGTH, TITLE_LENGTH } from '../rules.ts'
import { takeBackEntry } from '../take-back-entry.ts'
import { conversationErrors } from '../words.ts'
import { readSource } from '../words-store.ts'
import { writePost } from '../write-post.ts'
import { pictureForm, picturesWith } from './pictures.ts'
import {
  lineSchema,
  needSchema,
  postSchema,
  shownHistory,
  shownLine,
  shownPost,
  versionSchema,
} from './schemas.ts'

const tag = 'Posts'
export const byId = z.object({ id: idSchema })

const feedQuery = z.strictObject({
  space: slugSchema.optional().openapi({ description: 'Of this space only.' }),
  feed: z
    .enum(['all', 'following'])
    .default('all')
    .openapi({ description: 'Everything you may read, or what you follow.' }),
  order: z.enum(['active', 'newest']).default('active'),
  cursor: cursorSchema(/^\d{1,15}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  limit: limitSchema,
})

const newPost = z
  .strictObject({
    space: slugSchema,
    title: z
      .string()
      .max(TITLE_LENGTH)
      .default('')
      .openapi({ description: 'Left empty, the first words stand there.' }),
    body: z.string().max(BODY_LENGTH).openapi({ description: 'Markdown.' }),
    need: needSchema.default(null),
    newToThis: z.boolean().default(false),
    unnamed: z
      .boolean()
      .default(false)
      .openapi({ description: 'Without your name, where the space allows it.' }),
  })
  .openapi('NewPost')

const changedPost = z
  .strictObject({
    title: z.string().max(TITLE_LENGTH),
    body: z.string().max(BODY_LENGTH),
    need: needSchema,
    newToThis: z.boolean(),
  })
  .partial()
  .openapi('ChangedPost')

/** A post as the API gives it alone: its author also gets what they typed. */
async function onePost(house: House, viewer: Viewer, id: string) {
  const post = await readPost(house, viewer, id)
  if (!post) throw notFound()
  const source =
    post.mine && !post.deleted ? await readSource(house.db, viewer.communityId, id, null) : undefined
  return shownPost(post, source?.body ?? null)
}

async function feedFor(house: House, viewer: Viewer, query: z.output<typeof feedQuery>): Promise<FeedPage> {
  const spaces = await visibleSpaces(house, viewer)
  if (query.feed === 'following') return readFollowedFeed(house, viewer, query)
  const chosen = query.space === undefined ? spaces : spaces.filter((space) => space.slug === query.space)
  if (query.space !== undefined && chosen.length === 0) throw notFound()
  return readFeed(house, viewer, { ...query, spaceIds: chosen.map(({ id }) => id) })
}

function addReading(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/posts',
    tag,
    summary: 'Posts of a space, of all spaces you may read, or of what you follow',
    who: 'anyone',
    scope: 'read',
    query: feedQuery,
    answer: pageOf('PostPage', lineSchema),
    async handle({ house, viewer, query }) {
      if (query.feed === 'following' && query.space)
        throw unfitting('space', 'invalid', conversationErrors.invalid)
      const { lines, next } = await feedFor(house, viewer, query)
      return { items: lines.map(shownLine), next: next ?? null }
    },
  })
  endpoint(api, {
    method: 'get',
    path: '/posts/{id}',
    tag,
    summary: 'One post',
    who: 'anyone',
    scope: 'read',
    params: byId,
    answer: postSchema,
    handle: ({ house, viewer, params }) => onePost(house, viewer, params.id),
  })
  endpoint(api, {
    method: 'get',
    path: '/posts/{id}/history',
    tag,
    summary: 'What a post said before it was changed',
    description: 'Youngest first, beginning with how it stands. Changes in the first minutes leave no mark.',
    who: 'anyone',
    scope: 'read',
    params: byId,
    answer: pageOf('History', versionSchema),
    handle: async ({ house, viewer, params }) =>
      shownHistory(await readHistory(house, viewer, params.id, null)),
  })
}

function addWriting(api: Api): void {
  endpoint(api, {
    method: 'post',
    path: '/posts',
    tag,
    summary: 'Begin a post',
    description: 'As a form it takes up to four pictures, which stand under the words.',
    status: 201,
    who: 'member',
    scope: 'write',
    body: newPost,
    form: pictureForm,
    answer: postSchema,
    async handle({ c, house, viewer, body, form }) {
      const space = await visibleSpace(house, viewer, body.space)
      if (!space) throw unfitting('space', 'space_unknown', conversationErrors.spaceUnknown)
      const shown = await picturesWith(c.var.t, form)
      return onePost(house, viewer, await writePost(house, viewer, space, { ...body, ...shown }))
    },
  })
  endpoint(api, {
    method: 'patch',
    path: '/posts/{id}',
    tag,
    summary: 'Change your own post',
    description:
      'What is left away stays. After the first minutes the old words stay readable in its history. Pictures are added.',
    who: 'member',
    scope: 'write',
    params: byId,
    body: changedPost,
    form: pictureForm,
    answer: postSchema,
    async handle({ c, house, viewer, params, body, form }) {
      const { source } = await readEditable(house, viewer, params.id, null)
      const edit = { ...body, body: body.body ?? source.body, ...(await picturesWith(c.var.t, form)) }
      await editEntry(house, viewer, params.id, null, edit)
      return onePost(house, viewer, params.id)
    },
  })
  endpoint(api, {
    method: 'delete',
    path: '/posts/{id}',
    tag,
    summary: 'Take your own post back',
    description: 'A line stays where it stood; answers to it stay.',
    who: 'member',
    scope: 'write',
    params: byId,
    handle: ({ house, viewer, params }) => takeBackEntry(house, viewer, params.id, null),
  })
  endpoint(api, {
    method: 'put',
    path: '/posts/{id}/space',
    tag,
    summary: 'Move a post to another space',
    description: 'Never to where more people read than its writers were told.',
    who: 'member',
    scope: 'write',
    params: byId,
    body: z.strictObject({ space: slugSchema }),
    answer: postSchema,
    async handle({ house, viewer, params, body }) {
      await movePost(house, viewer, params.id, body.space)
      return onePost(house, viewer, params.id)
    },
  })
}

type Standing = (house: House, viewer: MemberViewer, id: string, on: boolean) => Promise<void>

/** PUT does it, DELETE undoes it; both may be repeated. */
function addStanding(api: Api, name: 'pin' | 'lock', does: string, undoes: string, change: Standing): void {
  const shared = { path: `/posts/{id}/${name}`, tag, who: 'steward', scope: 'steward', params: byId } as const
  endpoint(api, {
    ...shared,
    method: 'put',
    summary: does,
    handle: ({ house, viewer, params }) => change(house, viewer, params.id, true),
  })
  endpoint(api, {
    ...shared,
    method: 'delete',
    summary: undoes,
    handle: ({ house, viewer, params }) => change(house, viewer, params.id, false),
  })
}

/** /posts */
export function postApi(api: Api): void {
  addReading(api)
  addWriting(api)
  addStanding(
    api,
    'pin',
    'Put a post at the head of its space',
    'Put a pinned post back into the row',
    pinPost,
  )
  addStanding(api, 'lock', 'Close a thread to new answers', 'Open a thread again', lockPost)
}
