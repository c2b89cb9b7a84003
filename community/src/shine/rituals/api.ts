import { z } from '@hono/zod-openapi'
import { type Api, endpoint, idSchema, notFound, timeSchema } from '../../foundation/index.ts'
import { slugSchema } from '../../spaces/index.ts'
import { findRitual, isCalendarThere } from './find-ritual.ts'
import { beginOccasion, declineOccasion, offerToHost } from './host-occasion.ts'
import { type Coming, type GatheredEntry, readCalendar, type ShownOccasion } from './read-rituals.ts'
import { ASKS_LENGTH, NAME_LENGTH, openDays, ritualKinds } from './rules.ts'
import { changeRitualSettings, handOnRitual, restRitual, setUpRitual, wakeRitual } from './set-up.ts'
import type { RitualRow } from './store.ts'
import { agreeToShow, passTurn, readAll } from './take-turn.ts'
import { weekdays } from './when.ts'

const tag = 'Rituals'
const byId = z.object({ id: idSchema })

const settingsSchema = z.strictObject({
  kind: z.enum(ritualKinds),
  name: z.string().min(1).max(NAME_LENGTH),
  asks: z.string().min(1).max(ASKS_LENGTH).openapi({ description: 'What it asks of who takes part.' }),
  every: z.enum(['week', 'nth', 'day']).openapi({
    description:
      'week: on `weekday`. nth: on the `nth` `weekday` of each month. day: on a `day` of each month.',
  }),
  weekday: z.enum(weekdays).default('MO'),
  nth: z.number().int().default(1).openapi({ description: '1 to 4, or -1 for the last of a month.' }),
  day: z.number().int().default(1).openapi({ description: '1 to 28, or -1 for the last of a month.' }),
  hour: z.number().int().min(0).max(23).openapi({ description: "A full hour of the community's own clock." }),
  days: z
    .number()
    .int()
    .refine((days) => openDays.includes(days as never))
    .openapi({ description: 'How long it stays open: 1, 2, 3 or 5 days.' }),
  invited: z
    .array(z.string())
    .default([])
    .openapi({ description: 'Handles of who gets a turn in a round; empty for every other kind.' }),
})

const ritualSchema = z
  .object({
    id: z.string(),
    kind: z.enum(ritualKinds),
    name: z.string(),
    asks: z.string(),
    space: z.string().openapi({ description: 'The slug of its space.' }),
    rule: z
      .string()
      .openapi({ description: "RFC 5545, read on the community's own calendar; it has no start." }),
    hour: z.number(),
    openDays: z.number(),
    resting: z.boolean(),
  })
  .openapi('Ritual')

const occasionSchema = z.object({
  ritualId: z.string(),
  postId: z.string(),
  title: z.string(),
  closesAt: timeSchema,
})

const calendarSchema = z
  .object({
    on: z.array(occasionSchema),
    coming: z.array(
      z.object({
        ritualId: z.string(),
        name: z.string(),
        at: timeSchema,
        host: z
          .string()
          .nullable()
          .openapi({ description: 'The name of who said yes to the next one; null otherwise.' }),
        hostWanted: z.boolean(),
      }),
    ),
    lately: z.array(
      occasionSchema.extend({
        entries: z
          .array(z.object({ replyId: z.string(), name: z.string(), excerpt: z.string() }))
          .openapi({ description: 'At most three whose authors agreed; there is no total.' }),
      }),
    ),
    rituals: z.array(ritualSchema),
  })
  .openapi('RitualCalendar')

const shownRitual = (ritual: RitualRow, space: string): z.input<typeof ritualSchema> => ({
  id: ritual.id,
  kind: ritual.kind,
  name: ritual.name,
  asks: ritual.asks,
  space,
  rule: ritual.rule,
  hour: ritual.hour,
  openDays: ritual.open_days,
  resting: ritual.resting_at !== null,
})

const shownOccasion = ({ ritualId, postId, title, closesAt }: ShownOccasion) => ({
  ritualId,
  postId,
  title,
  closesAt: closesAt.toISOString(),
})

const shownComing = ({ ritualId, name, at, host, isHostWanted }: Coming) => ({
  ritualId,
  name,
  at: at.toISOString(),
  host: host?.name ?? null,
  hostWanted: isHostWanted,
})

const shownEntry = ({ replyId, name, excerpt }: GatheredEntry) => ({ replyId, name, excerpt })

function readingEndpoints(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/rituals',
    tag,
    summary: 'What is on, what comes in six weeks, what was gathered lately',
    who: 'anyone',
    scope: 'read',
    answer: calendarSchema,
    async handle({ c, house, viewer }) {
      if (!(await isCalendarThere(house, viewer.communityId))) throw notFound()
      const { on, coming, lately, all } = await readCalendar(house, c.var.community, viewer)
      return {
        on: on.map(shownOccasion),
        coming: coming.map(shownComing),
        lately: lately.map((one) => ({ ...shownOccasion(one), entries: one.entries.map(shownEntry) })),
        rituals: all.map(({ ritual, space }) => shownRitual(ritual, space.slug)),
      }
    },
  })
  endpoint(api, {
    method: 'get',
    path: '/rituals/{id}',
    tag,
    summary: 'One ritual',
    who: 'anyone',
    scope: 'read',
    params: byId,
    answer: ritualSchema,
    async handle({ house, viewer, params }) {
      const { ritual, space } = await findRitual(house, viewer, params.id)
      return shownRitual(ritual, space.slug)
    },
  })
}

function keepingEndpoints(api: Api): void {
  endpoint(api, {
    method: 'post',
    path: '/spaces/{slug}/rituals',
    tag,
    summary: 'Set up a ritual in a space',
    description: 'It begins when a host has said yes and written its first entry.',
    status: 201,
    who: 'steward',
    scope: 'steward',
    params: z.object({ slug: slugSchema }),
    body: settingsSchema.openapi('SetUpRitual'),
    answer: z.object({ id: z.string() }),
    async handle({ house, viewer, params, body }) {
      const typed = { ...body, invited: body.invited.join(' ') }
      return { id: await setUpRitual(house, viewer, params.slug, typed) }
    },
  })
  endpoint(api, {
    method: 'put',
    path: '/rituals/{id}',
    tag,
    summary: 'Change a ritual from its next time on',
    who: 'member',
    scope: 'write',
    params: byId,
    body: settingsSchema.openapi('ChangeRitual'),
    async handle({ house, viewer, params, body }) {
      await changeRitualSettings(house, viewer, params.id, { ...body, invited: body.invited.join(' ') })
    },
  })
  endpoint(api, {
    method: 'put',
    path: '/rituals/{id}/resting',
    tag,
    summary: 'Put a ritual to rest, or wake it',
    who: 'member',
    scope: 'write',
    params: byId,
    body: z.strictObject({ resting: z.boolean() }),
    async handle({ house, viewer, params, body }) {
      await (body.resting ? restRitual : wakeRitual)(house, viewer, params.id)
    },
  })
  endpoint(api, {
    method: 'put',
    path: '/rituals/{id}/keeper',
    tag,
    summary: 'Hand a ritual on to somebody who reads in its space',
    who: 'member',
    scope: 'write',
    params: byId,
    body: z.strictObject({ handle: z.string() }),
    async handle({ house, viewer, params, body }) {
      await handOnRitual(house, viewer, params.id, body.handle)
    },
  })
}

function hostingEndpoints(api: Api): void {
  endpoint(api, {
    method: 'put',
    path: '/rituals/{id}/offer',
    tag,
    summary: 'Say whether you would host a ritual now and then',
    who: 'member',
    scope: 'write',
    params: byId,
    body: z.strictObject({ wanted: z.boolean() }),
    async handle({ house, viewer, params, body }) {
      await offerToHost(house, viewer, params.id, body.wanted)
    },
  })
  endpoint(api, {
    method: 'put',
    path: '/rituals/{id}/first-entry',
    tag,
    summary: 'Say yes to hosting the next one, with its first entry',
    description: 'It opens by itself at its time; where that has come, at once.',
    who: 'member',
    scope: 'write',
    params: byId,
    body: z.strictObject({ body: z.string() }),
    answer: z.object({
      postId: z.string().nullable().openapi({ description: 'The post, where it has opened.' }),
    }),
    async handle({ house, viewer, params, body }) {
      return { postId: (await beginOccasion(house, viewer, params.id, body.body)) ?? null }
    },
  })
  endpoint(api, {
    method: 'delete',
    path: '/rituals/{id}/first-entry',
    tag,
    summary: 'Say "not this time"; somebody else is asked',
    who: 'member',
    scope: 'write',
    params: byId,
    async handle({ house, viewer, params }) {
      await declineOccasion(house, viewer, params.id)
    },
  })
}

function takingPartEndpoints(api: Api): void {
  endpoint(api, {
    method: 'put',
    path: '/posts/{id}/round',
    tag,
    summary: 'In a round: let your turn pass, or say that you have read everybody',
    who: 'member',
    scope: 'write',
    params: byId,
    body: z.strictObject({ say: z.enum(['pass', 'read']) }),
    async handle({ house, viewer, params, body }) {
      await (body.say === 'pass' ? passTurn : readAll)(house, viewer, params.id)
    },
  })
  endpoint(api, {
    method: 'put',
    path: '/replies/{id}/gathered',
    tag,
    summary: 'Say whether your entry in a ritual may be shown when it is gathered',
    who: 'member',
    scope: 'write',
    params: byId,
    body: z.strictObject({ agreed: z.boolean() }),
    async handle({ house, viewer, params, body }) {
      await agreeToShow(house, viewer, params.id, body.agreed)
    },
  })
}

/** Rituals under /api/v1. No answer holds a number of people or words. */
export function ritualApi(api: Api): void {
  readingEndpoints(api)
  keepingEndpoints(api)
  hostingEndpoints(api)
  takingPartEndpoints(api)
}
