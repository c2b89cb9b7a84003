import { z } from '@hono/zod-openapi'
import { type Api, endpoint, notFound } from '../../foundation/index.ts'
import { slugSchema, visibleSpace } from '../../spaces/index.ts'
import { hasKudos } from './open-here.ts'
import { readKudos } from './read-kudos.ts'

const kudosSchema = z
  .object({
    items: z.array(
      z.object({
        value: z.object({ id: z.string(), name: z.string(), sentence: z.string() }),
        notes: z
          .array(
            z.object({
              words: z.string(),
              value: z.string().openapi({ description: 'What the value was called when it was given.' }),
              from: z.string(),
              to: z
                .string()
                .nullable()
                .openapi({ description: 'Null where the words stand without a name.' }),
              postId: z.string(),
              replyId: z.string().nullable(),
            }),
          )
          .openapi({ description: 'At most three; there is no total.' }),
        others: z.boolean().openapi({ description: 'Whether there are others.' }),
      }),
    ),
  })
  .openapi('Kudos')

/** The page of kudos under /api/v1. */
export function kudosApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/spaces/{slug}/kudos',
    tag: 'Thanks',
    summary: 'What people of a space thanked one another for and agreed to show, under each value',
    who: 'anyone',
    scope: 'read',
    params: z.object({ slug: slugSchema }),
    answer: kudosSchema,
    async handle({ house, viewer, params: { slug } }) {
      const space = await visibleSpace(house, viewer, slug)
      if (!space || !(await hasKudos(house, viewer, space))) throw notFound()
      const found = await readKudos(house, viewer, space)
      return {
        items: found.map(({ value, notes, others }) => ({
          value,
          others,
          notes: notes.map(({ words, valueName, giverName, receiverName, postId, replyId }) => ({
            words,
            value: valueName,
            from: giverName,
            to: receiverName ?? null,
            postId,
            replyId,
          })),
        })),
      }
    },
  })
}
