import { z } from '@hono/zod-openapi'
import { type Api, cursorSchema, endpoint, notFound } from '../../foundation/index.ts'
import { personSchema } from '../../members/index.ts'
import { rippleOpen } from './open-here.ts'
import { readRipple, type Told } from './read-ripple.ts'

const toldSchema = z
  .object({
    from: personSchema,
    gift: z.string().nullable().openapi({
      description:
        'thanks, star, shout-out or next. Null: they did what you had thought of, and told how it went.',
    }),
    words: z.string(),
    postId: z.string().nullable(),
    replyId: z.string().nullable(),
    title: z.string().nullable().openapi({ description: 'Of the post; null where it is no longer for you.' }),
    idea: z.object({ id: z.string(), words: z.string() }).nullable(),
  })
  .openapi('RippleTold')

const shown = ({ person, gift, words, postId, replyId, title, idea }: Told) => ({
  from: person,
  gift: gift ?? null,
  words,
  postId,
  replyId,
  title: title ?? null,
  idea: idea ?? null,
})

/** The ripple under /api/v1: one's own, and no number in it. */
export function rippleApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/ripple',
    tag: 'Ripple',
    summary: 'What people told you came of your help; seen by you alone',
    description: 'The latest first, each person once, at most ten. There is no total.',
    who: 'member',
    scope: 'thanks',
    query: z.strictObject({ cursor: cursorSchema(/^\d{1,14}$/) }),
    answer: z.object({
      told: z.array(toldSchema),
      wentOn: z
        .boolean()
        .openapi({ description: 'Three people or more beyond them. Nothing else is known.' }),
      next: z.string().nullable(),
    }),
    async handle({ house, viewer, query }) {
      if (!(await rippleOpen(house, viewer.communityId))) throw notFound()
      const before = query.cursor === undefined ? undefined : Number(query.cursor)
      const { told, wentOn, next } = await readRipple(house, viewer, { before })
      return { told: told.map(shown), wentOn, next: next === undefined ? null : String(next) }
    },
  })
}
