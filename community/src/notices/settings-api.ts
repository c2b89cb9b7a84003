import { z } from '@hono/zod-openapi'
import { type Api, endpoint, unfitting } from '../foundation/index.ts'
import { choose, kindsFor } from './choose.ts'
import { channels } from './kinds.ts'
import { digests } from './rules.ts'
import { readSettings } from './settings-store.ts'
import { noticeErrors } from './words.ts'

const tag = 'Notices'
const channelSchema = z
  .enum(channels)
  .openapi({ description: 'mail: here and by e-mail. place: only here. off: not at all.' })

const settingsSchema = z
  .object({
    kinds: z.array(z.object({ kind: z.string(), label: z.string(), channel: channelSchema })),
    digest: z.enum(digests),
  })
  .openapi('NoticeSettings')

const choosingSchema = z
  .strictObject({
    kinds: z
      .record(z.string(), channelSchema)
      .default({})
      .openapi({ description: 'Channels by kind; what is not named stays.' }),
    digest: z.enum(digests).optional(),
  })
  .openapi('ChooseNotices')

/** What reaches a member, under /api/v1. */
export function noticeSettingsApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/notices/settings',
    tag,
    summary: 'What reaches you, and where',
    who: 'member',
    scope: 'read',
    answer: settingsSchema,
    async handle({ c, house, viewer }) {
      const settings = await readSettings(house.db, viewer.communityId, viewer.memberId)
      const kinds = kindsFor(house, viewer).map((kind) => ({
        kind: kind.name,
        label: c.var.t(kind.label),
        channel: settings.channels.get(kind.name) ?? kind.usually,
      }))
      return { kinds, digest: settings.digest }
    },
  })
  endpoint(api, {
    method: 'patch',
    path: '/notices/settings',
    tag,
    summary: 'Choose what reaches you, and where',
    who: 'member',
    scope: 'write',
    body: choosingSchema,
    async handle({ house, viewer, body }) {
      const known = new Set(kindsFor(house, viewer).map((kind) => kind.name))
      if (Object.keys(body.kinds).some((kind) => !known.has(kind)))
        throw unfitting('kinds', 'kind_unknown', noticeErrors.kindUnknown)
      await choose(house, viewer, { channels: new Map(Object.entries(body.kinds)), digest: body.digest })
    },
  })
}
