import { z } from '@hono/zod-openapi'
import { type Api, endpoint, idSchema } from '../../foundation/index.ts'
import { changeValues } from './change-values.ts'
import { currentValues } from './store.ts'

const tag = 'Thanks'

const valueSchema = z
  .object({
    id: idSchema,
    name: z.string().openapi({ description: 'As it follows "for": taking time to explain.' }),
    sentence: z.string(),
  })
  .openapi('CommunityValue')

/** What matters here, under /api/v1. */
export function valuesApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/values',
    tag,
    summary: 'What matters here, in the community’s own words; a note of thanks may be for one of them',
    who: 'member',
    scope: 'read',
    answer: z.object({ items: z.array(valueSchema) }),
    handle: async ({ house, viewer }) => ({ items: await currentValues(house, viewer.communityId) }),
  })
  endpoint(api, {
    method: 'put',
    path: '/values',
    tag,
    summary: 'Say what matters here; for administrators',
    description:
      'None, or three to eight. One with an id stays and may be renamed; one that is left out rests, and notes keep the words they were given with.',
    who: 'member',
    scope: 'write',
    body: z
      .strictObject({ items: z.array(valueSchema.partial({ id: true }).strict()).max(20) })
      .openapi('CommunityValues'),
    handle: ({ house, viewer, body }) => changeValues(house, viewer, body.items),
  })
}
