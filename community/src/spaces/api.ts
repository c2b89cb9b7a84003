import { z } from '@hono/zod-openapi'
import { type Api, endpoint, notFound } from '../foundation/index.ts'
import { spacePolicy } from './policy.ts'
import { postingRights, spaceKinds, spaceVisibilities } from './rules.ts'
import { type Space, visibleSpace, visibleSpaces } from './store.ts'

/** A space's short name in an address. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,79}$/)
  .openapi({ example: 'allotment' })

const spaceSchema = z
  .object({
    slug: z.string(),
    name: z.string(),
    kind: z.enum(spaceKinds),
    visibility: z
      .enum(spaceVisibilities)
      .openapi({ description: 'Who reads: anyone, everybody who joined, or who was let in.' }),
    postingBy: z.enum(postingRights).openapi({ description: 'Who may begin posts.' }),
    description: z.string(),
    norms: z.array(z.string()),
    archived: z.boolean(),
    mayPost: z.boolean().openapi({ description: 'Whether you may begin a post here.' }),
  })
  .openapi('Space')

function shown(space: Space, mayPost: boolean): z.input<typeof spaceSchema> {
  const { slug, name, kind, visibility, postingBy, description, norms } = space
  return {
    slug,
    name,
    kind,
    visibility,
    postingBy,
    description,
    norms,
    archived: space.archivedAt !== null,
    mayPost,
  }
}

/** /spaces: those the caller may read. */
export function spaceApi(api: Api): void {
  endpoint(api, {
    method: 'get',
    path: '/spaces',
    tag: 'Spaces',
    summary: 'Spaces you may read',
    who: 'anyone',
    scope: 'read',
    answer: z.object({ items: z.array(spaceSchema) }),
    async handle({ house, viewer }) {
      const spaces = await visibleSpaces(house, viewer)
      return { items: spaces.map((space) => shown(space, spacePolicy.post(viewer, space))) }
    },
  })
  endpoint(api, {
    method: 'get',
    path: '/spaces/{slug}',
    tag: 'Spaces',
    summary: 'One space',
    who: 'anyone',
    scope: 'read',
    params: z.object({ slug: slugSchema }),
    answer: spaceSchema,
    async handle({ house, viewer, params }) {
      const space = await visibleSpace(house, viewer, params.slug)
      if (!space) throw notFound()
      return shown(space, spacePolicy.post(viewer, space))
    },
  })
}
