import { z } from '@hono/zod-openapi'
import {
  type Api,
  cursorSchema,
  endpoint,
  handleSchema,
  idSchema,
  limitSchema,
  notFound,
  pageOf,
  timeSchema,
} from '../foundation/index.ts'
import { personSchema } from '../members/index.ts'
import { answer, answerRequest, takeBack, withdraw } from './answer.ts'
import { chooseSettings } from './choose-settings.ts'
import { leaveOpening, takeBackOpening } from './leave-opening.ts'
import { type MessageView, readMessages } from './read-conversation.ts'
import { type ConversationLine, type RequestLine, readList, readRequests } from './read-conversations.ts'
import { clockOf, takings } from './rules.ts'
import { settingsOf } from './settings-store.ts'
import { writeTo } from './write-to.ts'

const tag = 'Messages'
const cursor = cursorSchema(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
const paging = z.strictObject({ cursor, limit: limitSchema })
const byId = z.object({ id: idSchema })
const shared = { tag, who: 'member', scope: 'messages' } as const

const conversationSchema = z
  .object({
    id: z.string(),
    with: personSchema,
    excerpt: z.string().openapi({ description: 'The first words of the newest message.' }),
    mine: z.boolean().openapi({ description: 'You wrote the newest message.' }),
    fresh: z.boolean().openapi({ description: 'They wrote something you have not read.' }),
    waits: z.boolean().openapi({ description: 'You asked, and there is no answer yet.' }),
    writtenAt: timeSchema,
  })
  .openapi('Conversation')

const requestSchema = z
  .object({ id: z.string(), from: personSchema, reason: z.string(), rests: z.boolean(), askedAt: timeSchema })
  .openapi('MessageRequest')

const messageSchema = z
  .object({
    id: z.string(),
    mine: z.boolean(),
    reason: z.string().openapi({ description: 'Why they write, where it is a request; empty otherwise.' }),
    html: z.string(),
    hidden: z
      .boolean()
      .openapi({ description: 'A steward hid it over a report: only who wrote it reads the words.' }),
    language: z.string(),
    aboutHref: z
      .string()
      .nullable()
      .openapi({ description: 'The post or reply it is about, if you can see it.' }),
    createdAt: timeSchema,
  })
  .openapi('Message')

const settingsSchema = z
  .object({
    takes: z.enum(takings).openapi({ description: 'requests: anybody here may ask. nobody: nobody new.' }),
    quietFrom: z.string().nullable().openapi({ example: '22:00', description: 'In your own time zone.' }),
    quietUntil: z.string().nullable().openapi({ example: '07:00' }),
  })
  .openapi('MessageSettings')

const firstSchema = z
  .strictObject({
    to: handleSchema.optional(),
    reason: z.string().default('').openapi({ description: 'One line; needed where you do not talk yet.' }),
    body: z.string(),
    beside: idSchema.optional().openapi({ description: 'A post or reply it is about.' }),
    opening: idSchema
      .optional()
      .openapi({ description: '“I am here if you want to write”, in place of `to`.' }),
  })
  .openapi('FirstMessage')

const shownLine = (line: ConversationLine): z.input<typeof conversationSchema> => ({
  id: line.id,
  with: { handle: line.other.handle, name: line.other.name },
  excerpt: line.excerpt,
  mine: line.mine,
  fresh: line.fresh,
  waits: line.waits,
  writtenAt: line.writtenAt.toISOString(),
})

const shownRequest = (one: RequestLine): z.input<typeof requestSchema> => ({
  id: one.id,
  from: { handle: one.other.handle, name: one.other.name },
  reason: one.reason,
  rests: one.rests,
  askedAt: one.askedAt.toISOString(),
})

const shownMessage = (one: MessageView): z.input<typeof messageSchema> => ({
  id: one.id,
  mine: one.mine,
  reason: one.reason,
  html: one.html,
  hidden: one.hidden,
  language: one.language,
  aboutHref: one.about?.href ?? null,
  createdAt: one.createdAt.toISOString(),
})

function addReading(api: Api): void {
  endpoint(api, {
    ...shared,
    method: 'get',
    path: '/messages',
    summary: 'Your conversations, latest first',
    query: paging,
    answer: pageOf('ConversationPage', conversationSchema),
    async handle({ house, viewer, query }) {
      const { lines, next } = await readList(house, viewer, { before: query.cursor, limit: query.limit })
      return { items: lines.map(shownLine), next: next ?? null }
    },
  })
  endpoint(api, {
    ...shared,
    method: 'get',
    path: '/messages/requests',
    summary: 'Who would like to write to you',
    description: 'Looking tells nobody anything. At most 50.',
    answer: z.object({ items: z.array(requestSchema) }),
    handle: async ({ house, viewer }) => ({ items: (await readRequests(house, viewer)).map(shownRequest) }),
  })
  endpoint(api, {
    ...shared,
    method: 'get',
    path: '/messages/{id}',
    summary: 'A conversation, newest first',
    description: 'Reading through the API does not mark it as read.',
    params: byId,
    query: paging,
    answer: pageOf('MessagePage', messageSchema),
    async handle({ house, viewer, params, query }) {
      const found = await readMessages(house, viewer, params.id, { before: query.cursor, limit: query.limit })
      if (!found) throw notFound()
      return { items: found.messages.toReversed().map(shownMessage), next: found.earlier ?? null }
    },
  })
}

function addWriting(api: Api): void {
  const written = z.object({ id: z.string(), conversationId: z.string() })
  endpoint(api, {
    ...shared,
    method: 'post',
    path: '/messages',
    summary: 'Write to somebody: a request, where you do not talk yet',
    status: 201,
    description: 'At most five requests a day. Until there is an answer nothing can be added.',
    body: firstSchema,
    answer: written,
    async handle({ house, viewer, body }) {
      const { conversationId, messageId } = await writeTo(house, viewer, body)
      return { id: messageId, conversationId }
    },
  })
  endpoint(api, {
    ...shared,
    method: 'post',
    path: '/messages/{id}',
    summary: 'Answer in a conversation',
    status: 201,
    params: byId,
    body: z.strictObject({ body: z.string() }),
    answer: written,
    handle: async ({ house, viewer, params, body }) => ({
      id: await answer(house, viewer, params.id, body.body),
      conversationId: params.id,
    }),
  })
  endpoint(api, {
    ...shared,
    method: 'put',
    path: '/messages/{id}/answer',
    summary: 'Say yes or “not now” to a request',
    description: 'They are told of neither.',
    params: byId,
    body: z.strictObject({ says: z.enum(['accept', 'not-now']) }),
    handle: ({ house, viewer, params, body }) => answerRequest(house, viewer, params.id, body.says),
  })
  endpoint(api, {
    ...shared,
    method: 'delete',
    path: '/messages/{id}',
    summary: 'Take back a request of yours',
    params: byId,
    handle: ({ house, viewer, params }) => withdraw(house, viewer, params.id),
  })
  endpoint(api, {
    ...shared,
    method: 'delete',
    path: '/messages/{id}/{message}',
    summary: 'Take back a message of yours within its ten minutes, for both',
    params: z.object({ id: idSchema, message: idSchema }),
    async handle({ house, viewer, params }) {
      await takeBack(house, viewer, params.id, params.message)
    },
  })
}

function addOpenings(api: Api): void {
  const entry = { path: '/here/{entry}', params: z.object({ entry: idSchema }) } as const
  endpoint(api, {
    ...shared,
    ...entry,
    method: 'put',
    summary: 'Say “I am here if you want to write” under a post or reply',
    description: 'Only its author reads it. It lapses after 7 days, and once is enough.',
    async handle({ house, viewer, params }) {
      await leaveOpening(house, viewer, params.entry)
    },
  })
  endpoint(api, {
    ...shared,
    ...entry,
    method: 'delete',
    summary: 'Take that back',
    handle: ({ house, viewer, params }) => takeBackOpening(house, viewer, params.entry),
  })
}

function addSettings(api: Api): void {
  const at = { ...shared, path: '/messages/settings' } as const
  endpoint(api, {
    ...at,
    method: 'get',
    summary: 'Who may ask to write to you, and your quiet hours',
    answer: settingsSchema,
    async handle({ house, viewer }) {
      const { takes, quiet } = await settingsOf(house.db, viewer.communityId, viewer.memberId)
      return {
        takes,
        quietFrom: quiet ? clockOf(quiet.from) : null,
        quietUntil: quiet ? clockOf(quiet.until) : null,
      }
    },
  })
  endpoint(api, {
    ...at,
    method: 'put',
    summary: 'Choose who may ask, and quiet hours',
    body: z.strictObject(settingsSchema.shape),
    async handle({ house, viewer, body: { takes, quietFrom, quietUntil } }) {
      const quiet = quietFrom !== null || quietUntil !== null
      await chooseSettings(house, viewer, { takes, quiet, from: quietFrom ?? '', until: quietUntil ?? '' })
    },
  })
}

/** Direct messages under /api/v1, for tokens that were made for them. What is fixed stands before what is an id. */
export function messageApi(api: Api): void {
  addSettings(api)
  addReading(api)
  addWriting(api)
  addOpenings(api)
}
