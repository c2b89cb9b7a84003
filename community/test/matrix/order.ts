import type { TestApp } from '../kit/app.ts'
import { busySpace } from '../kit/busy-space.ts'
import { asLargeAs } from '../kit/writers.ts'
import { type Asked, acts, type Corner, form, formOrJson, json, partsOf } from './corner.ts'

const starts = { unanswered: 24, first: 12, bridges: 6 }

/** A space that may choose its order, and where it is read: one that chose it. */
async function spaceFor(place: TestApp, { route, owner, steward, space }: Asked): Promise<void> {
  await asLargeAs(place, 'house')
  const { chooseKindOrder, endKindOrder } = await import('../../src/shine/index.ts')
  await endKindOrder(place.house, steward.viewer, space.slug)
  await busySpace(place, space.slug, owner)
  if (route.endsWith('/kind-order')) await chooseKindOrder(place.house, steward.viewer, space.slug, starts)
}

/** How spaces are ordered: whoever reads a space reads how; stewards choose; each member has newest first for themselves. */
export const order: Corner = {
  routes: {
    'GET /spaces/:slug/order': 'yyyyyyy',
    'POST /spaces/:slug/order': 'snyyyyy',
    'GET /spaces/:slug/order/change': 'snnnnyy',
    'POST /spaces/:slug/order/change': 'snnnnyy',
    'POST /spaces/:slug/order/end': 'snnnnyy',
    'GET /api/v1/spaces/:slug/band': 'yyyyyyy',
    'GET /api/v1/spaces/:slug/order': 'yyyyyyy',
    'PUT /api/v1/spaces/:slug/order': 'snnnnyy',
    'DELETE /api/v1/spaces/:slug/order': 'snnnnyy',
    'GET /api/v1/spaces/:slug/order/offered': 'snnnnyy',
    'GET /api/v1/spaces/:slug/kind-order': 'yyyyyyy',
    'GET /api/v1/me/order': 'snyyyyy',
    'PUT /api/v1/me/order': 'snyyyyy',
  },
  ownThread: acts,
  values: async (place, asked) => {
    if (/\/(change|kind-order)$/.test(asked.route) || asked.route.startsWith('PUT /api/v1/spaces'))
      await spaceFor(place, asked)
    return {}
  },
  body: ({ route }) => {
    const [, path] = partsOf(route)
    if (path.endsWith('/me/order')) return json({ newestFirst: false })
    if (path.endsWith('/change')) return form({ unanswered: '24', first: '12', bridges: '6' })
    return path.startsWith('/api') ? json(starts) : formOrJson(path, { order: 'own' })
  },
}
