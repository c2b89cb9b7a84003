import { z } from '@hono/zod-openapi'
import {
  type Api,
  cursorSchema,
  endpoint,
  idSchema,
  pageOf,
  type Translator,
  timeSchema,
} from '../foundation/index.ts'
import { type NoticeLine, readLines, sayPlainly } from './say-line.ts'
import { markSeen, noticeGroups } from './store.ts'

const LINES = 30
const WORDS = 3

const noticeSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    text: z.string().openapi({ description: 'The line as a person reads it.' }),
    words: z
      .array(z.string())
      .openapi({ description: 'Words that belong to it, such as notes of thanks; at most three.' }),
    path: z.string().openapi({ description: 'Where it leads, from the root of the place.' }),
    isNew: z.boolean(),
    createdAt: timeSchema,
  })
  .openapi('Notice')

function shown(t: Translator, line: NoticeLine): z.input<typeof noticeSchema> {
  const words = line.sights.flatMap((sight) => (sight.words ? [sight.words] : [])).slice(0, WORDS)
  return {
    id: line.notice.id,
    kind: line.kind.name,
    text: sayPlainly(t, line),
    words,
    path: line.sights[0]!.href,
    isNew: line.isNew,
    createdAt: line.notice.createdAt.toISOString(),
  }
}

const latestOf = (group: readonly { id: string }[]) =>
  group.reduce((latest, { id }) => (id > latest ? id : latest), '')

/** Notices under /api/v1. Reading them changes nothing; a program says itself what was seen. */
export function noticeApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/notices',
    tag: 'Notices',
    summary: 'What reached you, newest first, one line a thread',
    who: 'member',
    scope: 'read',
    query: z.strictObject({ cursor: cursorSchema(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) }),
    answer: pageOf('NoticePage', noticeSchema),
    async handle({ c, house, viewer, query }) {
      const groups = await noticeGroups(house, viewer.communityId, viewer.memberId, query.cursor, LINES + 1)
      const lines = await readLines(house, viewer, groups.slice(0, LINES))
      return {
        items: lines.map((line) => shown(c.var.t, line)),
        next: groups.length > LINES ? latestOf(groups[LINES - 1]!) : null,
      }
    },
  })
  endpoint(api, {
    method: 'post',
    path: '/notices/seen',
    tag: 'Notices',
    summary: 'Say that you have seen everything up to a notice',
    who: 'member',
    scope: 'write',
    body: z.strictObject({ upTo: idSchema }),
    handle: ({ house, viewer, body }) =>
      markSeen(house.db, viewer.communityId, viewer.memberId, body, house.clock.now()),
  })
}
