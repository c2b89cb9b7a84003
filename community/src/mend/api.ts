import { z } from '@hono/zod-openapi'
import { type Api, endpoint, idSchema, timeSchema } from '../foundation/index.ts'
import { noteForMyself } from './note-for-myself.ts'
import { eraseOwnNote, readOwnNotes } from './own-notes-store.ts'
import { type OwnReport, readOwnReports } from './read-reports.ts'
import { reportWords } from './report-words.ts'
import { BESIDE_MOST, NOTE_LENGTH, wishes } from './rules.ts'
import { subjectFrom } from './subject-address.ts'

const tag = 'Reports'
const wishSchema = z
  .enum(wishes)
  .openapi({ description: 'What you would like to happen: just note it, help us talk, please act.' })

const reportingSchema = z
  .strictObject({
    postId: idSchema.optional().openapi({ description: 'A post, or the post of a reply.' }),
    replyId: idSchema.nullable().default(null),
    kind: z.string().max(40).optional().openapi({
      example: 'message',
      description: 'In place of `postId`: what it is. With `id`, what it is known by there.',
    }),
    id: idSchema.optional(),
    beside: z
      .array(idSchema)
      .max(BESIDE_MOST)
      .default([])
      .openapi({ description: 'Messages before it that go along. Nothing does that is not named here.' }),
    wish: wishSchema,
    note: z.string().max(NOTE_LENGTH).default(''),
  })
  .openapi('NewReport')

const reportSchema = z
  .object({
    id: z.string(),
    kind: z.string().openapi({ description: '`entry` for a post or a reply, else what it is.' }),
    wordsId: z.string().openapi({ description: 'What was reported, as it is known where it stands.' }),
    thread: z
      .object({ postId: z.string(), replyId: z.string().nullable(), title: z.string() })
      .nullable()
      .openapi({ description: 'Null where it is in none, or no longer for you.' }),
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
  const { id, kind, wordsId, thread, wish, note, state } = report
  const answers = report.answers.map(({ words, at }) => ({ words, at: at.toISOString() }))
  return {
    ...{ id, kind, wordsId, thread: thread ?? null, wish, note, state, answers },
    createdAt: report.createdAt.toISOString(),
  }
}

const ownNoteSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    from: z.string().nullable().openapi({ description: 'The name of who wrote it; null across a block.' }),
    note: z.string(),
    href: z.string().openapi({ description: 'Where it stood, from the root of the place.' }),
    notedAt: timeSchema,
  })
  .openapi('OwnNote')

const notingSchema = z
  .strictObject({
    postId: idSchema.optional(),
    replyId: idSchema.nullable().default(null),
    kind: z.string().max(40).optional(),
    id: idSchema.optional(),
    note: z.string().max(NOTE_LENGTH).default(''),
  })
  .openapi('NewOwnNote')

const named = (body: z.output<typeof notingSchema> | z.output<typeof reportingSchema>) =>
  subjectFrom({ kind: body.kind, id: body.id, post: body.postId, reply: body.replyId ?? undefined })

/** What bothered one, noted for oneself alone. */
function ownNotesApi(api: Api): void {
  const own = { path: '/bothers/notes', tag, who: 'member' } as const
  endpoint(api, {
    ...own,
    method: 'get',
    scope: 'read',
    summary: 'What you noted for yourself, latest first',
    answer: z.object({ items: z.array(ownNoteSchema) }),
    handle: async ({ house, viewer }) => ({
      items: (await readOwnNotes(house, viewer)).map(({ by, notedAt, ...note }) => ({
        ...note,
        from: by ?? null,
        notedAt: notedAt.toISOString(),
      })),
    }),
  })
  endpoint(api, {
    ...own,
    method: 'post',
    scope: 'write',
    summary: 'Note for yourself that something bothered you',
    description: 'Named as in a report. Nobody else reads it, and nothing comes of it.',
    body: notingSchema,
    async handle({ house, viewer, body }) {
      const { kind, id } = named(body)
      await noteForMyself(house, viewer, { kind, id, note: body.note })
    },
  })
  endpoint(api, {
    ...own,
    path: '/bothers/notes/{id}',
    method: 'delete',
    scope: 'write',
    summary: 'Erase a note of yours',
    params: z.object({ id: idSchema }),
    handle: ({ house, viewer, params }) => eraseOwnNote(house.db, viewer, params.id),
  })
}

/** Reporting under /api/v1. Who reported is told to stewards alone. */
export function mendApi(api: Api): void {
  ownNotesApi(api)
  endpoint(api, {
    method: 'post',
    path: '/reports',
    tag,
    summary: 'Tell the stewards about something that somebody else wrote',
    status: 201,
    description:
      'Its author does not learn who did. `again` is true where you have told them already and they have not decided yet.',
    who: 'member',
    scope: 'write',
    body: reportingSchema,
    answer: z.object({ again: z.boolean() }),
    async handle({ house, viewer, body }) {
      const { kind, id } = named(body)
      const { beside, wish, note } = body
      const { again } = await reportWords(house, viewer, { kind, id, beside, wish, note })
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
