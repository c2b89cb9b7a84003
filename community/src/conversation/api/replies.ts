import { z } from '@hono/zod-openapi'
import {
  type Api,
  cursorSchema,
  endpoint,
  type House,
  idSchema,
  notFound,
  pageOf,
  type Viewer,
} from '../../foundation/index.ts'
import { editEntry } from '../edit-entry.ts'
import { readReply } from '../read-entry.ts'
import { readHistory } from '../read-history.ts'
import { readTopic } from '../read-topic.ts'
import { BODY_LENGTH } from '../rules.ts'
import { takeBackEntry } from '../take-back-entry.ts'
import { readSource } from '../words-store.ts'
import { writeReply } from '../write-reply.ts'
import { pictureForm, picturesWith } from './pictures.ts'
import { byId } from './posts.ts'
import { replySchema, shownHistory, shownReply, versionSchema } from './schemas.ts'

const tag = 'Replies'
const bodySchema = z.string().max(BODY_LENGTH).openapi({ description: 'Markdown.' })
const newReply = z
  .strictObject({
    body: bodySchema,
    parentId: idSchema
      .nullable()
      .default(null)
      .openapi({ description: 'The reply it answers; null answers the post.' }),
    unnamed: z.boolean().default(false),
  })
  .openapi('NewReply')

async function oneReply(house: House, viewer: Viewer, id: string) {
  const reply = await readReply(house, viewer, id)
  if (!reply) throw notFound()
  const source =
    reply.mine && !reply.deleted
      ? await readSource(house.db, viewer.communityId, reply.postId, id)
      : undefined
  return shownReply(reply, source?.body ?? null)
}

/** The post a reply belongs to, for use cases that ask for both. */
async function postOf(house: House, viewer: Viewer, id: string): Promise<string> {
  const reply = await readReply(house, viewer, id)
  if (!reply) throw notFound()
  return reply.postId
}

/** /posts/{id}/replies and /replies */
export function replyApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/posts/{id}/replies',
    tag,
    summary: 'The answers to a post, in reading order',
    who: 'anyone',
    scope: 'read',
    params: byId,
    query: z.strictObject({ cursor: cursorSchema(/^([0-9a-f]{32}){1,3}$/) }),
    answer: pageOf('ReplyPage', replySchema),
    async handle({ house, viewer, params, query }) {
      const page = await readTopic(house, viewer, params.id, { after: query.cursor })
      if (!page) throw notFound()
      return { items: page.replies.map((reply) => shownReply(reply)), next: page.next ?? null }
    },
  })
  endpoint(api, {
    method: 'post',
    path: '/posts/{id}/replies',
    tag,
    summary: 'Answer a post, or a reply to it',
    description: 'As a form it takes up to four pictures, which stand under the words.',
    status: 201,
    who: 'member',
    scope: 'write',
    params: byId,
    body: newReply,
    form: pictureForm,
    answer: replySchema,
    async handle({ c, house, viewer, params, body, form }) {
      const reply = { ...body, ...(await picturesWith(c.var.t, form)) }
      return oneReply(house, viewer, await writeReply(house, viewer, params.id, reply))
    },
  })
  endpoint(api, {
    method: 'get',
    path: '/replies/{id}',
    tag,
    summary: 'One reply',
    who: 'anyone',
    scope: 'read',
    params: byId,
    answer: replySchema,
    handle: ({ house, viewer, params }) => oneReply(house, viewer, params.id),
  })
  endpoint(api, {
    method: 'get',
    path: '/replies/{id}/history',
    tag,
    summary: 'What a reply said before it was changed',
    description: 'Youngest first, beginning with how it stands. Changes in the first minutes leave no mark.',
    who: 'anyone',
    scope: 'read',
    params: byId,
    answer: pageOf('History', versionSchema),
    handle: async ({ house, viewer, params }) => {
      const postId = await postOf(house, viewer, params.id)
      return shownHistory(await readHistory(house, viewer, postId, params.id))
    },
  })
  endpoint(api, {
    method: 'patch',
    path: '/replies/{id}',
    tag,
    summary: 'Change your own reply',
    description: 'Pictures are added.',
    who: 'member',
    scope: 'write',
    params: byId,
    body: z.strictObject({ body: bodySchema }),
    form: pictureForm,
    answer: replySchema,
    async handle({ c, house, viewer, params, body, form }) {
      const postId = await postOf(house, viewer, params.id)
      const edit = { ...body, ...(await picturesWith(c.var.t, form)) }
      await editEntry(house, viewer, postId, params.id, edit)
      return oneReply(house, viewer, params.id)
    },
  })
  endpoint(api, {
    method: 'delete',
    path: '/replies/{id}',
    tag,
    summary: 'Take your own reply back',
    who: 'member',
    scope: 'write',
    params: byId,
    handle: async ({ house, viewer, params }) =>
      takeBackEntry(house, viewer, await postOf(house, viewer, params.id), params.id),
  })
}
