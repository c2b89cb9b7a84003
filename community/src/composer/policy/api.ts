import { z } from '@hono/zod-openapi'
import { harms } from '@kindling/tone'
import { type Api, endpoint, type House, notFound, type Viewer } from '../../foundation/index.ts'
import { type Space, slugSchema, visibleSpace } from '../../spaces/index.ts'
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

async function spaceOf(house: House, viewer: Viewer, slug: string): Promise<Space> {
  const space = await visibleSpace(house, viewer, slug)
  if (!space) throw notFound()
  return space
}

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
      const { id } = await spaceOf(house, viewer, slug)
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
      const { id } = await spaceOf(house, viewer, slug)
      await changePolicy(house, viewer, id, body)
    },
  })
}
