import { z } from '@hono/zod-openapi'
import { type Api, endpoint, idSchema, timeSchema } from '../foundation/index.ts'
import { type OwnReport, readOwnReports } from './read-reports.ts'
import { reportEntry } from './report-entry.ts'
import { NOTE_LENGTH, wishes } from './rules.ts'

const tag = 'Reports'
const wishSchema = z
  .enum(wishes)
  .openapi({ description: 'What you would like to happen: just note it, help us talk, please act.' })

const reportingSchema = z
  .strictObject({
    postId: idSchema,
    replyId: idSchema.nullable().default(null),
    wish: wishSchema,
    note: z.string().max(NOTE_LENGTH).default(''),
  })
  .openapi('NewReport')

const reportSchema = z
  .object({
    id: z.string(),
    thread: z
      .object({ postId: z.string(), replyId: z.string().nullable(), title: z.string() })
      .nullable()
      .openapi({ description: 'Null where it is no longer for you.' }),
    wish: wishSchema,
    note: z.string(),
    state: z.enum(['open', 'hidden', 'fine', 'restored']),
    answers: z
      .array(z.object({ words: z.string(), at: timeSchema }))
      .openapi({ description: 'What stewards wrote to you about it.' }),
    createdAt: timeSchema,
  })
  .openapi('Report')

function shown(report: OwnReport): z.input<typeof reportSchema> {
  const { id, thread, wish, note, state } = report
  const answers = report.answers.map(({ words, at }) => ({ words, at: at.toISOString() }))
  return { id, thread: thread ?? null, wish, note, state, answers, createdAt: report.createdAt.toISOString() }
}

/** Reporting under /api/v1. Who reported is told to stewards alone. */
export function mendApi(api: Api): void {
  endpoint(api, {
    method: 'post',
    path: '/reports',
    tag,
    summary: 'Tell the stewards about a post or a reply',
    status: 201,
    description:
      'Its author does not learn who did. `again` is true where you have told them already and they have not decided yet.',
    who: 'member',
    scope: 'write',
    body: reportingSchema,
    answer: z.object({ again: z.boolean() }),
    async handle({ house, viewer, body }) {
      const { again } = await reportEntry(house, viewer, body)
      return { again }
    },
  })
  endpoint(api, {
    method: 'get',
    path: '/reports',
    tag,
    summary: 'Your own reports and what came of them',
    who: 'member',
    scope: 'read',
    answer: z.object({ items: z.array(reportSchema) }),
    handle: async ({ house, viewer }) => ({ items: (await readOwnReports(house, viewer)).map(shown) }),
  })
}
