import { z } from '@hono/zod-openapi'
import { type Api, endpoint } from '../foundation/index.ts'

const placeSchema = z
  .object({
    name: z.string(),
    tagline: z.string(),
    guidelines: z.string().openapi({ description: 'Markdown. What members agreed to.' }),
    language: z.string(),
    timeZone: z.string(),
    signUp: z.enum(['open', 'approval', 'invitation']).openapi({ description: 'Who may join.' }),
    description: z.string().openapi({ description: 'Address of the OpenAPI document.' }),
  })
  .openapi('Place')

/** The root: which place this is. */
export function openApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/',
    tag: 'About',
    summary: 'The place itself',
    who: 'anyone',
    scope: 'read',
    answer: placeSchema,
    async handle({ c, house }) {
      const { name, tagline, guidelines, language, timeZone, signUp } = c.var.community
      return {
        name,
        tagline,
        guidelines,
        language,
        timeZone,
        signUp,
        description: `${house.config.url}/api/v1/openapi.json`,
      }
    },
  })
}
