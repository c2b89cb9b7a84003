import { z } from '@hono/zod-openapi'
import { readPost } from '../conversation/index.ts'
import {
  type Api,
  cursorSchema,
  endpoint,
  idSchema,
  limitSchema,
  notFound,
  pageOf,
  timeSchema,
} from '../foundation/index.ts'
import { personSchema } from '../members/index.ts'
import { answerHearing } from './hear/answer-hearing.ts'
import { type HearingView, hearingsIn } from './hear/read-hearings.ts'
import { sayHearing } from './hear/say-hearing.ts'
import { takeAwayHearing } from './hear/take-away.ts'
import { LINE_LENGTH } from './rules.ts'
import { mattersOf } from './side/matters-store.ts'
import { readSide } from './side/read-side.ts'
import { sayMatters, takeAwayMatters } from './side/say-matters.ts'
import type { Sentence } from './side/sentences.ts'

const tag = 'Listening'
const byId = z.object({ id: idSchema })
const lineSchema = z.string().max(LINE_LENGTH)

const hearingSchema = z
  .object({
    id: z.string(),
    postId: z.string(),
    replyId: z.string().nullable().openapi({ description: 'Null: about the post itself.' }),
    from: personSchema,
    words: z.string(),
    answer: z.enum(['yes', 'adds']).nullable().openapi({
      description:
        'yes: the author says that is it. adds: not quite, and `adds` says more. Null: nothing yet.',
    }),
    adds: z.string(),
    mine: z.boolean(),
    forMe: z.boolean().openapi({ description: 'It is about what you wrote.' }),
    createdAt: timeSchema,
  })
  .openapi('Hearing')

const quoteSchema = z
  .object({ words: z.string(), postId: z.string(), replyId: z.string().nullable(), writtenAt: timeSchema })
  .openapi('OwnWords')

const sideSchema = z
  .object({
    matters: z.string().nullable().openapi({ description: 'What they say matters to them in this thread.' }),
    words: z.array(quoteSchema).openapi({ description: 'Their own sentences, at most five, unchanged.' }),
    bothSpeakOf: z.array(z.string()),
    bothWish: z
      .object({ about: z.array(z.string()), theirs: quoteSchema, yours: quoteSchema })
      .nullable()
      .openapi({ description: 'A wish of each that is about the same.' }),
    agreements: z.array(z.object({ by: z.enum(['them', 'you']), quote: quoteSchema })),
  })
  .openapi('Side')

const shown = (one: HearingView): z.input<typeof hearingSchema> => ({
  id: one.id,
  postId: one.postId,
  replyId: one.replyId,
  from: one.listener,
  words: one.words,
  answer: one.answer,
  adds: one.adds,
  mine: one.isMine,
  forMe: one.isForMe,
  createdAt: one.saidAt.toISOString(),
})

function addHearings(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/posts/{id}/hearings',
    tag,
    summary: 'What people hear in a post and its replies, in the order in which it was said',
    who: 'anyone',
    scope: 'read',
    params: byId,
    query: z.strictObject({
      cursor: cursorSchema(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      limit: limitSchema,
    }),
    answer: pageOf('HearingPage', hearingSchema),
    async handle({ house, viewer, params, query }) {
      if (!(await readPost(house, viewer, params.id))) throw notFound()
      const { hearings, next } = await hearingsIn(house, viewer, params.id, {
        after: query.cursor,
        limit: query.limit,
      })
      return { items: hearings.map(shown), next: next ?? null }
    },
  })
  endpoint(api, {
    method: 'post',
    path: '/hearings',
    tag,
    summary: 'Say in one line what you hear somebody say',
    description: 'One for each post or reply. `entryId` is the id of either.',
    status: 201,
    who: 'member',
    scope: 'write',
    body: z.strictObject({ entryId: idSchema, words: lineSchema }).openapi('SayHearing'),
    answer: z.object({ id: z.string() }),
    handle: async ({ house, viewer, body }) => ({ id: await sayHearing(house, viewer, body) }),
  })
  endpoint(api, {
    method: 'put',
    path: '/hearings/{id}/answer',
    tag,
    summary: 'Say whether what somebody heard is what you meant',
    description: 'Without `adds`: yes, that is it. With `adds`: not quite, and what to add.',
    who: 'member',
    scope: 'write',
    params: byId,
    body: z.strictObject({ adds: lineSchema.optional() }).openapi('AnswerHearing'),
    async handle({ house, viewer, params, body }) {
      await answerHearing(house, viewer, params.id, body.adds)
    },
  })
  endpoint(api, {
    method: 'delete',
    path: '/hearings/{id}',
    tag,
    summary: 'Take a line of yours back, or one about your words away',
    who: 'member',
    scope: 'write',
    params: byId,
    async handle({ house, viewer, params }) {
      await takeAwayHearing(house, viewer, params.id)
    },
  })
}

function addSide(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/entries/{id}/side',
    tag,
    summary: 'See a thread from the side of who wrote this post or reply',
    description: 'Their own words and what you have in common. Nothing is kept of looking.',
    who: 'member',
    scope: 'read',
    params: byId,
    answer: sideSchema,
    async handle({ house, viewer, params }) {
      const { item, matters, words, common } = await readSide(house, viewer, params.id)
      const quote = ({ words, entry }: Sentence): z.input<typeof quoteSchema> => ({
        words,
        postId: item.post.id,
        replyId: entry.isReply ? entry.id : null,
        writtenAt: entry.at.toISOString(),
      })
      const { wish } = common
      return {
        matters: matters ?? null,
        words: words.map(quote),
        bothSpeakOf: common.spokenOf,
        bothWish: wish ? { about: wish.about, theirs: quote(wish.theirs), yours: quote(wish.mine) } : null,
        agreements: common.agreements.map(({ mine, sentence }) => ({
          by: mine ? ('you' as const) : ('them' as const),
          quote: quote(sentence),
        })),
      }
    },
  })
}

function addMatters(api: Api): void {
  const shared = { path: '/posts/{id}/matters', tag, who: 'member', params: byId } as const
  endpoint(api, {
    ...shared,
    method: 'get',
    summary: 'What you said matters to you in a thread',
    scope: 'read',
    answer: z.object({ words: z.string().nullable() }),
    async handle({ house, viewer, params }) {
      if (!(await readPost(house, viewer, params.id))) throw notFound()
      const { communityId, memberId } = viewer
      return { words: (await mattersOf(house.db, { communityId, memberId, postId: params.id })) ?? null }
    },
  })
  endpoint(api, {
    ...shared,
    method: 'put',
    summary: 'Say what matters to you in a thread',
    scope: 'write',
    body: z.strictObject({ words: lineSchema }).openapi('SayMatters'),
    async handle({ house, viewer, params, body }) {
      await sayMatters(house, viewer, params.id, body.words)
    },
  })
  endpoint(api, {
    ...shared,
    method: 'delete',
    summary: 'Take away what you said matters to you in a thread',
    scope: 'write',
    async handle({ house, viewer, params }) {
      await takeAwayMatters(house, viewer, params.id)
    },
  })
}

/** Listening under /api/v1. */
export function listenApi(api: Api): void {
  addHearings(api)
  addSide(api)
  addMatters(api)
}
