import { z } from '@hono/zod-openapi'
import { type Api, endpoint, idSchema, notFound, timeSchema } from '../../foundation/index.ts'
import { readPost } from '../read-entry.ts'
import { answerPace, endPace, suggestPace } from './change-pace.ts'
import { readHeat } from './read-heat.ts'

const tag = 'Posts'
const params = z.object({ id: idSchema })

const paceSchema = z
  .object({
    state: z.enum(['begun', 'asked', 'waiting', 'elsewhere']).openapi({
      description:
        'begun: one answer each in 30 minutes. asked: you are asked to agree. waiting: you agreed, others are asked. elsewhere: others are asked.',
    }),
    bySteward: z.boolean(),
    endsAt: timeSchema,
    next: timeSchema.nullable().openapi({ description: 'When you may answer again.' }),
  })
  .openapi('Pace')

/** The pace of a thread under /api/v1. */
export function heatApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/posts/{id}/pace',
    tag,
    summary: 'Whether a thread may be heating up, and how fast it is answered',
    description: 'As you meet it: `hint` is false where you chose not to be told.',
    who: 'member',
    scope: 'read',
    params,
    answer: z.object({ hint: z.boolean(), pace: paceSchema.nullable() }),
    async handle({ house, viewer, params: { id } }) {
      const post = await readPost(house, viewer, id)
      if (!post) throw notFound()
      const { hint, pace } = await readHeat(house, viewer, post)
      if (!pace) return { hint, pace: null }
      const { state, bySteward, endsAt, next } = pace
      return {
        hint,
        pace: { state, bySteward, endsAt: endsAt.toISOString(), next: next?.toISOString() ?? null },
      }
    },
  })
  endpoint(api, {
    method: 'post',
    path: '/posts/{id}/pace',
    tag,
    summary: 'Suggest taking it slower; stewards need not ask',
    who: 'member',
    scope: 'write',
    params,
    handle: ({ house, viewer, params: { id } }) => suggestPace(house, viewer, id),
  })
  endpoint(api, {
    method: 'put',
    path: '/posts/{id}/pace/answer',
    tag,
    summary: 'Say whether you agree to taking it slower',
    who: 'member',
    scope: 'write',
    params,
    body: z.strictObject({ agreed: z.boolean() }),
    handle: ({ house, viewer, params: { id }, body: { agreed } }) => answerPace(house, viewer, id, agreed),
  })
  endpoint(api, {
    method: 'delete',
    path: '/posts/{id}/pace',
    tag,
    summary: 'Back to the usual pace',
    who: 'member',
    scope: 'write',
    params,
    handle: ({ house, viewer, params: { id } }) => endPace(house, viewer, id),
  })
}
