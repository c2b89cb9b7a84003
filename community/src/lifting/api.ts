import { z } from '@hono/zod-openapi'
import { readPost } from '../conversation/index.ts'
import { type Api, endpoint, idSchema, notFound } from '../foundation/index.ts'
import { personSchema } from '../members/index.ts'
import { markReply, takeMarkBack } from './mark-reply.ts'
import { allowQuote, chooseQuoting, chosenQuoting } from './quote-consent.ts'
import { type Copy, readMarks } from './read-marks.ts'
import { marks, quotings } from './rules.ts'

const tag = 'Lifting'
const replyParams = z.object({ id: idSchema, reply: idSchema })
const reading = { tag, scope: 'read', method: 'get' } as const
const writing = { tag, who: 'member', scope: 'write' } as const

const copySchema = z
  .object({
    replyId: z.string(),
    words: z.string().openapi({ description: 'Its first words.' }),
    author: personSchema.nullable(),
    why: z.enum(marks),
    askedBy: z
      .string()
      .nullable()
      .openapi({ description: 'Who said that it helped, where they have a name here.' }),
  })
  .openapi('LiftedCopy')

const quotingSchema = z.object({ quoting: z.enum(quotings) }).openapi('Quoting')

const shown = ({ replyId, words, author, why, askedBy }: Copy) => ({
  replyId,
  words,
  author: author ?? null,
  why,
  askedBy: why === 'helped' ? (askedBy ?? null) : null,
})

function addMarks(api: Api): void {
  for (const mark of marks) {
    const path = `/posts/{id}/replies/{reply}/${mark}` as const
    endpoint(api, {
      ...writing,
      method: 'put',
      path,
      summary:
        mark === 'helped' ? 'Say that an answer to a post of yours helped' : 'Say that an answer was kind',
      params: replyParams,
      handle: ({ house, viewer, params }) =>
        markReply(house, viewer, { postId: params.id, replyId: params.reply, mark }),
    })
    endpoint(api, {
      ...writing,
      method: 'delete',
      path,
      summary: 'Take it back',
      params: replyParams,
      handle: ({ house, viewer, params }) => takeMarkBack(house, viewer, { replyId: params.reply, mark }),
    })
  }
}

/** Lifting under /api/v1. No answer says who said that something was kind, nor how many did. */
export function liftingApi(api: Api): void {
  addMarks(api)
  endpoint(api, {
    ...reading,
    who: 'anyone',
    path: '/posts/{id}/lifted',
    summary: 'The answers of a thread that people lifted',
    params: z.object({ id: idSchema }),
    answer: z.object({
      items: z.array(copySchema).openapi({ description: 'At most three; there is no total.' }),
    }),
    async handle({ house, viewer, params }) {
      if (!(await readPost(house, viewer, params.id))) throw notFound()
      return { items: (await readMarks(house, viewer, params.id)).copies.map(shown) }
    },
  })
  endpoint(api, {
    ...writing,
    method: 'put',
    path: '/posts/{id}/replies/{reply}/quoting',
    summary: 'Say whether letters may quote an answer of yours',
    params: replyParams,
    body: z.strictObject({ quoted: z.boolean() }).openapi('QuotingOne'),
    handle: ({ house, viewer, params, body }) =>
      allowQuote(house, viewer, { postId: params.id, replyId: params.reply, quoted: body.quoted }),
  })
  endpoint(api, {
    ...reading,
    who: 'member',
    path: '/me/quoting',
    summary: 'Whether letters may quote what you wrote and others lifted',
    answer: quotingSchema,
    handle: async ({ house, viewer }) => ({ quoting: await chosenQuoting(house, viewer) }),
  })
  endpoint(api, {
    ...writing,
    method: 'put',
    path: '/me/quoting',
    summary: 'Choose that',
    body: quotingSchema,
    handle: ({ house, viewer, body }) => chooseQuoting(house, viewer, body.quoting),
  })
}
