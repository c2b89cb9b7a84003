import { z } from '@hono/zod-openapi'
import { type PostLine, prefersNewest, setPrefersNewest } from '../../conversation/index.ts'
import {
  type Api,
  cursorSchema,
  endpoint,
  type House,
  limitSchema,
  notFound,
  pageOf,
  type Viewer,
} from '../../foundation/index.ts'
import { type Space, slugSchema, visibleSpace } from '../../spaces/index.ts'
import { chooseKindOrder, endKindOrder, whyNotYet } from './choose-order.ts'
import { readBand } from './read-band.ts'
import { chosenIn, readKindPage, whyWords } from './read-order.ts'
import { MOST_HOURS, reasons } from './rules.ts'

const tag = 'Order of spaces'
const bySlug = z.object({ slug: slugSchema })
const reading = { tag, scope: 'read', method: 'get' } as const

const hours = z
  .number()
  .int()
  .min(0)
  .max(MOST_HOURS)
  .openapi({ description: 'Hours of head start over latest activity.' })
const startsSchema = z.strictObject({ unanswered: hours, first: hours, bridges: hours }).openapi('HeadStarts')
const whySchema = z.enum([...reasons, 'none'])
const orderedSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    why: whySchema.openapi({ description: 'Why it stands where it does; none: by its latest activity.' }),
  })
  .openapi('OrderedPost')

async function spaceFor(house: House, viewer: Viewer, slug: string): Promise<Space> {
  const space = await visibleSpace(house, viewer, slug)
  if (!space) throw notFound()
  return space
}

const shown = ({ id, title }: PostLine, why: z.output<typeof whySchema>) => ({ id, title, why })

function addReading(api: Api): void {
  endpoint(api, {
    ...reading,
    who: 'anyone',
    path: '/spaces/{slug}/band',
    summary: 'What stands above a space',
    params: bySlug,
    answer: z.object({ items: z.array(orderedSchema).openapi({ description: 'At most three.' }) }),
    async handle({ house, viewer, params }) {
      const band = await readBand(house, viewer, await spaceFor(house, viewer, params.slug))
      return { items: band.map(({ line, reason }) => shown(line, reason)) }
    },
  })
  endpoint(api, {
    ...reading,
    who: 'anyone',
    path: '/spaces/{slug}/order',
    summary: 'How a space is ordered',
    params: bySlug,
    answer: z.object({ order: z.enum(['active', 'kind']), starts: startsSchema.nullable() }),
    async handle({ house, viewer, params }) {
      const space = await spaceFor(house, viewer, params.slug)
      const chosen = await chosenIn(house, viewer.communityId, space)
      return { order: chosen ? ('kind' as const) : ('active' as const), starts: chosen?.starts ?? null }
    },
  })
  endpoint(api, {
    ...reading,
    who: 'anyone',
    path: '/spaces/{slug}/kind-order',
    summary: 'The posts of a space in its kind order, where it chose one',
    params: bySlug,
    query: z.strictObject({
      cursor: cursorSchema(/^kind_\d{1,15}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      limit: limitSchema,
    }),
    answer: pageOf('OrderedPage', orderedSchema),
    async handle({ house, viewer, params, query }) {
      const space = await spaceFor(house, viewer, params.slug)
      const chosen = await chosenIn(house, viewer.communityId, space)
      const found = chosen && (await readKindPage(house, viewer, space, { ...query, starts: chosen.starts }))
      if (!found) throw notFound()
      const reasonOf = (id: string) =>
        ([...reasons, 'none'] as const).find((reason) => whyWords[reason] === found.why.get(id)) ?? 'none'
      // What follows by latest activity is under /posts.
      const next = found.next?.startsWith('kind_') ? found.next : null
      return { items: found.lines.map((line) => shown(line, reasonOf(line.id))), next }
    },
  })
}

/** How spaces are ordered, under /api/v1. No order and no number comes from what was given. */
export function orderApi(api: Api): void {
  addReading(api)
  endpoint(api, {
    tag,
    who: 'steward',
    scope: 'steward',
    method: 'put',
    path: '/spaces/{slug}/order',
    summary: 'Switch the kind order of a space on, or change it',
    params: bySlug,
    body: startsSchema,
    handle: ({ house, viewer, params, body }) => chooseKindOrder(house, viewer, params.slug, body),
  })
  endpoint(api, {
    tag,
    who: 'steward',
    scope: 'steward',
    method: 'delete',
    path: '/spaces/{slug}/order',
    summary: 'Back to latest activity',
    params: bySlug,
    handle: ({ house, viewer, params }) => endKindOrder(house, viewer, params.slug),
  })
  endpoint(api, {
    ...reading,
    who: 'steward',
    scope: 'steward',
    path: '/spaces/{slug}/order/offered',
    summary: 'Whether a space can choose the kind order, and what stands in the way',
    params: bySlug,
    answer: z.object({ notYet: z.enum(['other-kind', 'small-place', 'quiet-space']).nullable() }),
    async handle({ house, viewer, params }) {
      const space = await spaceFor(house, viewer, params.slug)
      return { notYet: (await whyNotYet(house, viewer.communityId, space)) ?? null }
    },
  })
  endpoint(api, {
    ...reading,
    who: 'member',
    path: '/me/order',
    summary: 'Whether you read spaces newest first',
    answer: z.object({ newestFirst: z.boolean() }),
    handle: async ({ house, viewer }) => ({ newestFirst: await prefersNewest(house, viewer) }),
  })
  endpoint(api, {
    tag,
    who: 'member',
    scope: 'write',
    method: 'put',
    path: '/me/order',
    summary: 'Choose that',
    body: z.strictObject({ newestFirst: z.boolean() }).openapi('ReadingOrder'),
    handle: ({ house, viewer, body }) =>
      setPrefersNewest(house.db, viewer.communityId, viewer.memberId, body.newestFirst),
  })
}
