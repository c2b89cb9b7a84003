import { z } from '@hono/zod-openapi'
import { type Api, endpoint, unfitting } from '../foundation/index.ts'
import { choose } from './choose.ts'
import { attentionKinds } from './kinds.ts'
import { sleepsUntil, usesThisMonth } from './rules.ts'
import { choicesOf, usesOf } from './store.ts'
import { attentionErrors } from './words.ts'

const tag = 'Attention'

const attentionSchema = z
  .object({
    quiet: z.boolean().openapi({ description: 'Just the conversation: nothing speaks up unasked.' }),
    kinds: z.array(
      z.object({
        kind: z.string(),
        label: z.string(),
        off: z.boolean(),
        asleepUntil: z.iso.datetime().nullable(),
        usesThisMonth: z.number().int(),
      }),
    ),
  })
  .openapi('Attention')

const choosingSchema = z
  .strictObject({
    quiet: z.boolean().optional(),
    off: z
      .record(z.string(), z.boolean())
      .default({})
      .openapi({ description: 'Whether a kind stays away for good, by kind; what is not named stays.' }),
  })
  .openapi('ChooseAttention')

/** What may speak to a member unasked, under /api/v1. */
export function attentionApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/attention',
    tag,
    summary: 'What may speak to you unasked, and how often it did this month',
    who: 'member',
    scope: 'read',
    answer: attentionSchema,
    async handle({ c, house, viewer }) {
      const now = house.clock.now()
      const [uses, { quiet, off }] = await Promise.all([
        usesOf(house.db, viewer, now),
        choicesOf(house.db, viewer),
      ])
      const kinds = attentionKinds(house).map(({ name, label }) => ({
        kind: name,
        label: c.var.t(label),
        off: off.has(name),
        asleepUntil: sleepsUntil(uses, name, now)?.toISOString() ?? null,
        usesThisMonth: usesThisMonth(uses, name, now).length,
      }))
      return { quiet, kinds }
    },
  })
  endpoint(api, {
    method: 'patch',
    path: '/attention',
    tag,
    summary: 'Choose what may speak to you unasked',
    who: 'member',
    scope: 'write',
    body: choosingSchema,
    async handle({ house, viewer, body }) {
      const known = new Set(attentionKinds(house).map(({ name }) => name))
      if (Object.keys(body.off).some((kind) => !known.has(kind)))
        throw unfitting('off', 'kind_unknown', attentionErrors.kindUnknown)
      await choose(house, viewer, { quiet: body.quiet, off: new Map(Object.entries(body.off)) })
    },
  })
}
