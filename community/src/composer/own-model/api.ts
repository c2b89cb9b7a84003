import { z } from '@hono/zod-openapi'
import { REPHRASE_TEXT_AT_MOST } from '@kindling/tone'
import { type Api, endpoint, notFound } from '../../foundation/index.ts'
import { askModel } from './ask-model.ts'
import { changeModel, removeModel } from './change-model.ts'
import { choose } from './choose.ts'
import { ownModelPolicy } from './policy.ts'
import { choices, holds, machineOf } from './rules.ts'
import { choiceOf, modelOf } from './store.ts'

const tag = 'Own language model'

const stateSchema = z
  .object({
    connected: z.boolean().openapi({ description: 'Whether members may ask one now.' }),
    machine: z.string().nullable().openapi({
      description:
        'Who would read a draft; null for the machine that runs this community, or where none is connected.',
    }),
    choice: z
      .enum(choices)
      .nullable()
      .openapi({ description: 'What you said of it; null where you have yet to be asked.' }),
  })
  .openapi('OwnModel')

const settingsSchema = z
  .strictObject({
    address: z.string().openapi({ description: 'Where its OpenAI-compatible API begins.' }),
    model: z.string(),
    key: z.string().default('').openapi({ description: 'Written, never read. Empty: as it is.' }),
    forgetKey: z.boolean().default(false),
    seconds: z.number().int().openapi({ description: 'How long it is waited for.' }),
    on: z.boolean(),
  })
  .openapi('OwnModelSettings')

const askingSchema = z.strictObject({
  text: z.string().max(REPHRASE_TEXT_AT_MOST),
  answering: z
    .string()
    .optional()
    .openapi({ description: 'What it answers. The text is read with it; it is not sent on.' }),
  reader: z.enum(['quick', 'careful']).default('quick'),
})

const suggestionSchema = z.object({
  text: z.string(),
  likelihood: z.number().openapi({ description: 'Of a pause, by the same reading, 0 to 1.' }),
})

function memberEndpoints(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/own-model',
    tag,
    summary: 'Whether this community has a language model of its own, and what you said of it',
    who: 'member',
    scope: 'read',
    answer: stateSchema,
    async handle({ house, viewer }) {
      const [model, kept] = await Promise.all([
        modelOf(house.db, viewer.communityId),
        choiceOf(house.db, viewer),
      ])
      return {
        connected: model?.on ?? false,
        machine: (model && machineOf(model)) ?? null,
        choice: (model && holds(kept, model)) ?? null,
      }
    },
  })
  endpoint(api, {
    method: 'put',
    path: '/own-model/choice',
    tag,
    summary: 'Say whether drafts of yours may go to it when you ask it',
    who: 'member',
    scope: 'write',
    body: z.strictObject({ choice: z.enum(choices).nullable() }),
    async handle({ house, viewer, body }) {
      await choose(house, viewer, body.choice ?? undefined)
    },
  })
  endpoint(api, {
    method: 'post',
    path: '/own-model/suggestions',
    tag,
    summary: 'Ask it for kinder words for a draft',
    description:
      'Checked as our own suggestions are. Empty where none passes, where it fails, or where none is connected.',
    who: 'member',
    scope: 'write',
    body: askingSchema,
    answer: z.object({ suggestions: z.array(suggestionSchema) }),
    async handle({ c, house, viewer, body }) {
      const found = await askModel(house, viewer, { ...body, gone: c.req.raw.signal })
      return { suggestions: found.map(({ text, likelihood }) => ({ text, likelihood })) }
    },
  })
}

function officeEndpoints(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/own-model/settings',
    tag,
    summary: 'How it is connected; for administrators',
    who: 'member',
    scope: 'read',
    answer: settingsSchema
      .omit({ key: true, forgetKey: true })
      .extend({ hasKey: z.boolean(), version: z.number().int() }),
    async handle({ house, viewer }) {
      const model = ownModelPolicy.manage(viewer) ? await modelOf(house.db, viewer.communityId) : undefined
      if (!model) throw notFound()
      const { address, model: name, seconds, on, hasKey, version } = model
      return { address, model: name, seconds, on, hasKey, version }
    },
  })
  endpoint(api, {
    method: 'put',
    path: '/own-model/settings',
    tag,
    summary: 'Connect a language model; for administrators',
    who: 'member',
    scope: 'write',
    body: settingsSchema,
    async handle({ house, viewer, body }) {
      await changeModel(house, viewer, { ...body, seconds: String(body.seconds) })
    },
  })
  endpoint(api, {
    method: 'delete',
    path: '/own-model/settings',
    tag,
    summary: 'Remove it, with its key and every yes; for administrators',
    who: 'member',
    scope: 'write',
    async handle({ house, viewer }) {
      await removeModel(house, viewer)
    },
  })
}

/** A community's own language model, under /api/v1. */
export function ownModelApi(api: Api): void {
  memberEndpoints(api)
  officeEndpoints(api)
}
