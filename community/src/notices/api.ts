import { z } from '@hono/zod-openapi'
import { type Api, cursorSchema, endpoint, idSchema, KindlingError, limitSchema, pageOf, timeSchema } from '../foundation/index.ts'
import { choose, kindsFor } from './choose.ts'
import { channels } from './kinds.ts'
import { readNotices } from './read-notices.ts'
import { digests } from './rules.ts'
import { namePeople, sayPlainly } from './say-line.ts'
import { readSettings } from './settings-store.ts'
import { markSeen } from './store.ts'

const tag = 'Notices'
const channelSchema = z.enum(channels).openapi({ description: 'mail: here and by e-mail. place: only here. off: not at all.' })

const lineSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    says: z.string().openapi({ description: 'The line as the page shows it.', example: 'Mira answered you in First frost' }),
    who: z.string().openapi({ description: 'Whom it names; "A member" where a name was left away.' }),
    words: z.array(z.string()).openapi({ description: 'At most three, such as notes of thanks.' }),
    href: z.string().openapi({ description: 'Where it leads, from the root of the place.' }),
    isNew: z.boolean(),
    createdAt: timeSchema,
  })
  .openapi('NoticeLine')

const settingsSchema = z
  .object({
    kinds: z.array(z.object({ kind: z.string(), label: z.string(), channel: channelSchema })),
    digest: z.enum(digests),
  })
  .openapi('NoticeSettings')

const choosingSchema = z
  .strictObject({
    kinds: z.record(z.string(), channelSchema).default({}).openapi({ description: 'Channels by kind; what is not named stays.' }),
    digest: z.enum(digests).optional(),
  })
  .openapi('ChooseNotices')

function addReading(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/notices',
    tag,
    summary: 'What reached you, newest first, one line a thread',
    who: 'member',
    scope: 'read',
    query: z.strictObject({ cursor: cursorSchema(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/), limit: limitSchema }),
    answer: pageOf('NoticePage', lineSchema),
    async handle({ c, house, viewer, query }) {
      const { lines, next } = await readNotices(house, viewer, { before: query.cursor, limit: query.limit })
      const { t } = c.var
      const items = lines.map((line) => ({
        id: line.notice.id,
        kind: line.kind.name,
        says: sayPlainly(t, line),
        who: namePeople(t, line.sights).who,
        words: line.sights.flatMap((sight) => (sight.words ? [sight.words] : [])).slice(0, 3),
        href: line.sights[0]!.href,
        isNew: line.isNew,
        createdAt: line.notice.createdAt.toISOString(),
      }))
      return { items, next: next ?? null }
    },
  })
  endpoint(api, {
    method: 'post',
    path: '/notices/seen',
    tag,
    summary: 'Say that you have seen your notices up to one',
    who: 'member',
    scope: 'write',
    body: z.strictObject({ upTo: idSchema }),
    async handle({ house, viewer, body }) {
      await markSeen(house.db, viewer.communityId, viewer.memberId, body, house.clock.now())
    },
  })
}

/** Notices under /api/v1. */
export function noticesApi(api: Api): void {
  addReading(api)
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
      const unknown = Object.keys(body.kinds).find((kind) => !known.has(kind))
      if (unknown !== undefined)
        throw new KindlingError('kind_unknown', 'There is no such kind of notice. GET /notices/settings lists them.', {
          status: 422,
          details: { field: 'kinds' },
        })
      await choose(house, viewer, { channels: new Map(Object.entries(body.kinds)), digest: body.digest })
    },
  })
}
