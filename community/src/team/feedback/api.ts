import { z } from '@hono/zod-openapi'
import {
  type Api,
  cursorSchema,
  endpoint,
  forbidden,
  idSchema,
  limitSchema,
  type MemberViewer,
  pageOf,
  timeSchema,
} from '../../foundation/index.ts'
import { personSchema } from '../../members/index.ts'
import { slugSchema } from '../../spaces/index.ts'
import { answerFeedback, putOffFeedback, takeAnswerBack } from './answer-feedback.ts'
import { askFeedback } from './ask-feedback.ts'
import { closeFeedback, deleteAnswer, deleteFeedback } from './keep-feedback.ts'
import { feedbackPolicy } from './policy.ts'
import { type AskView, readFeedback, readOwnFeedback } from './read-feedback.ts'
import { invitationsOf } from './store.ts'
import { feedbackErrors as e } from './words.ts'

const byId = z.object({ id: idSchema })
const shared = { tag: 'Feedback', who: 'member', scope: 'messages' } as const
const INVITATIONS = 20

const partsSchema = {
  helped: z.string().openapi({ description: 'What helped, please go on. Enough by itself.' }),
  seen: z.string().openapi({ description: 'What I saw; with the next two, or none of them.' }),
  effect: z.string().openapi({ description: 'What it did.' }),
  wish: z.string().openapi({ description: 'What I would ask, or wish.' }),
}
const askSchema = z
  .object({
    id: z.string(),
    about: z.string(),
    until: timeSchema,
    open: z.boolean(),
    asked: z.array(z.string()).openapi({ description: 'Names as they were asked, whoever answered.' }),
    space: z.string().nullable().openapi({ description: 'The space whose people were asked.' }),
    answers: z.array(z.object({ id: z.string(), from: personSchema, createdAt: timeSchema, ...partsSchema })),
  })
  .openapi('Feedback')

function shown(ask: AskView): z.input<typeof askSchema> {
  const { id, about, until, open, askedNames, spaceName, answers } = ask
  return {
    id,
    about,
    until: until.toISOString(),
    open,
    asked: askedNames,
    space: spaceName ?? null,
    answers: answers.map(({ id: answerId, writer, helped, seen, effect, wish, createdAt }) => ({
      id: answerId,
      from: { name: writer.name, handle: writer.handle },
      createdAt: createdAt.toISOString(),
      helped,
      seen,
      effect,
      wish,
    })),
  }
}

/** @throws KindlingError `closed_here` */
function need(viewer: MemberViewer): void {
  if (!feedbackPolicy.use(viewer)) throw forbidden('closed_here', e.closedHere)
}

/** For who asked: theirs alone, whoever else asks. */
function addAsking(api: Api): void {
  endpoint(api, {
    ...shared,
    method: 'get',
    path: '/feedback',
    summary: 'What you asked, latest first, with what was answered; yours alone',
    query: z.strictObject({
      cursor: cursorSchema(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      limit: limitSchema,
    }),
    answer: pageOf('FeedbackPage', askSchema),
    async handle({ house, viewer, query }) {
      need(viewer)
      const { asks, next } = await readOwnFeedback(house, viewer, {
        before: query.cursor,
        limit: query.limit,
      })
      return { items: asks.map(shown), next: next ?? null }
    },
  })
  endpoint(api, {
    ...shared,
    method: 'post',
    path: '/feedback',
    summary: 'Ask for feedback',
    status: 201,
    body: z
      .strictObject({
        about: z.string(),
        people: z
          .array(z.string().max(200))
          .max(20)
          .default([])
          .openapi({ description: 'Names or handles of up to five members.' }),
        space: slugSchema.optional().openapi({ description: 'Or the people of a space you were let into.' }),
        until: z.string().openapi({ description: 'The last day, 2026-05-03, within 30 days.' }),
      })
      .openapi('AskFeedback'),
    answer: z.object({ id: z.string() }),
    async handle({ c, house, viewer, body }) {
      const zone = viewer.timeZone ?? c.var.community.timeZone
      return { id: await askFeedback(house, viewer, { ...body, zone }) }
    },
  })
  endpoint(api, {
    ...shared,
    method: 'get',
    path: '/feedback/{id}',
    summary: 'One ask of yours, with what was answered',
    params: byId,
    answer: askSchema,
    handle: async ({ house, viewer, params }) => shown(await readFeedback(house, viewer, params.id)),
  })
  endpoint(api, {
    ...shared,
    method: 'put',
    path: '/feedback/{id}/closed',
    summary: 'Close it: nobody can answer any more',
    params: byId,
    handle: ({ house, viewer, params }) => closeFeedback(house, viewer, params.id),
  })
  endpoint(api, {
    ...shared,
    method: 'delete',
    path: '/feedback/{id}',
    summary: 'Delete it with all that was answered; nobody is told',
    params: byId,
    handle: ({ house, viewer, params }) => deleteFeedback(house, viewer, params.id),
  })
  endpoint(api, {
    ...shared,
    method: 'delete',
    path: '/feedback/{id}/answers/{answer}',
    summary: 'Delete one answer; who wrote it is not told',
    params: z.object({ id: idSchema, answer: idSchema }),
    handle: ({ house, viewer, params }) =>
      deleteAnswer(house, viewer, { askId: params.id, id: params.answer }),
  })
}

/** Feedback under /api/v1: no answer says who was silent, nor how many answered. */
export function feedbackApi(api: Api): void {
  endpoint(api, {
    ...shared,
    method: 'get',
    path: '/feedback/asked',
    summary: 'What others ask of you; those that end soonest first',
    answer: z.object({
      items: z.array(z.object({ id: z.string(), about: z.string(), until: timeSchema, from: personSchema })),
    }),
    async handle({ house, viewer }) {
      need(viewer)
      const found = await invitationsOf(house, viewer, { limit: INVITATIONS })
      return {
        items: found.map(({ id, about, until, asker: { name, handle } }) => ({
          id,
          about,
          until: until.toISOString(),
          from: { name, handle },
        })),
      }
    },
  })
  addAsking(api)
  endpoint(api, {
    ...shared,
    method: 'put',
    path: '/feedback/asked/{id}/answer',
    summary: 'Answer: what helped, or the three, or both; with your name, for who asked alone',
    params: byId,
    body: z
      .strictObject({
        helped: partsSchema.helped.default(''),
        seen: partsSchema.seen.default(''),
        effect: partsSchema.effect.default(''),
        wish: partsSchema.wish.default(''),
      })
      .openapi('FeedbackAnswer'),
    handle: ({ house, viewer, params, body }) => answerFeedback(house, viewer, params.id, body),
  })
  endpoint(api, {
    ...shared,
    method: 'delete',
    path: '/feedback/asked/{id}/answer',
    summary: 'Take your answer back within its ten minutes',
    params: byId,
    handle: ({ house, viewer, params }) => takeAnswerBack(house, viewer, params.id),
  })
  endpoint(api, {
    ...shared,
    method: 'put',
    path: '/feedback/asked/{id}/not-now',
    summary: 'Not now: nobody is told, and nothing stays of it',
    params: byId,
    handle: ({ house, viewer, params }) => putOffFeedback(house, viewer, params.id),
  })
}
