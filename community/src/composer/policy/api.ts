import { z } from '@hono/zod-openapi'
import { harms } from '@kindling/tone'
import { type Api, endpoint, notFound } from '../../foundation/index.ts'
import { managedSpaces, slugSchema, spacePolicy, visibleSpace } from '../../spaces/index.ts'
import { howOften } from '../rules.ts'
import { changePolicy, HEADING_LENGTH } from './change-policy.ts'
import { policyOf } from './store.ts'

const tag = 'Spaces'
const params = z.object({ slug: slugSchema })
const attribute = z.enum(harms)

const policySchema = z
  .object({
    often: z.enum(howOften),
    silent: z.array(attribute).openapi({ description: 'What the pause leaves alone, whatever the words.' }),
    headings: z
      .partialRecord(attribute, z.string().max(HEADING_LENGTH))
      .openapi({ description: 'What it says, where the space has words of its own.' }),
  })
  .openapi('PausePolicy')

/** What a space decided about the pause, under /api/v1. */
export function policyApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/spaces/{slug}/pause',
    tag,
    summary: 'What a space decided about the pause',
    who: 'anyone',
    scope: 'read',
    params,
    answer: policySchema.extend({
      version: z.number().int().openapi({ description: '0 until somebody decides something.' }),
    }),
    async handle({ house, viewer, params: { slug } }) {
      const space = await visibleSpace(house, viewer, slug)
      if (!space) throw notFound()
      const { id } = space
      const { often, silent, headings, version } = await policyOf(house.db, viewer.communityId, id)
      return { often, silent: [...silent], headings, version }
    },
  })
  endpoint(api, {
    method: 'put',
    path: '/spaces/{slug}/pause',
    tag,
    summary: 'Decide about the pause in a space; for administrators',
    who: 'member',
    scope: 'write',
    params,
    body: policySchema.strict(),
    async handle({ house, viewer, params: { slug }, body }) {
      // Whoever manages spaces need not be in them.
      const spaces = spacePolicy.manage(viewer) ? await managedSpaces(house.db, viewer.communityId) : []
      const space = spaces.find((one) => one.slug === slug)
      if (!space) throw notFound()
      await changePolicy(house, viewer, space.id, body)
    },
  })
}
