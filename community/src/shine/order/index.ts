import { aboveFeed, type SpaceOrder } from '../../conversation/index.ts'
import { type App, type Feature, fill } from '../../foundation/index.ts'
import { orderApi } from './api.ts'
import { showChange, takeChange, takeEnd } from './change-page.tsx'
import { orderMigrations } from './migrations.ts'
import { orderPage, showOrder } from './pages.tsx'
import { Band } from './parts.tsx'
import { readBand } from './read-band.ts'
import { chosenIn, readKindPage } from './read-order.ts'
import { orderWords as w } from './words.ts'

export { chooseKindOrder, endKindOrder } from './choose-order.ts'
export { orderPolicy } from './policy.ts'
export { type HeadStarts, usualStarts } from './rules.ts'

function routes(app: App): void {
  app.get('/spaces/:slug/order', (c) => showOrder(c, c.req.param('slug')))
  app.get('/spaces/:slug/order/change', (c) => showChange(c, c.req.param('slug')))
  app.post('/spaces/:slug/order/change', (c) => takeChange(c, c.req.param('slug')))
  app.post('/spaces/:slug/order/end', (c) => takeEnd(c, c.req.param('slug')))
}

const band = fill(aboveFeed, {
  async load(house, page, [space]) {
    if (!space) return undefined
    const found = await readBand(house, page.viewer, space)
    return found.length > 0 ? new Map([[space.slug, found]]) : undefined
  },
  render: (found, _, page) => Band({ page, band: found ?? [] }),
})

/** How a space that chose it is read by whoever does not prefer newest first. */
const kindOrder: SpaceOrder = {
  label: w.kindOrder,
  isOn: async (house, space, communityId) => (await chosenIn(house, communityId, space)) !== undefined,
  async read(house, viewer, space, at) {
    const chosen = await chosenIn(house, viewer.communityId, space)
    return chosen && readKindPage(house, viewer, space, { ...at, starts: chosen.starts })
  },
  explained: (_, { slug }) => ({ href: orderPage(slug), label: w.explained }),
}

export const orderPart = {
  migrations: orderMigrations,
  routes,
  api: orderApi,
  slots: [band],
  spaceOrder: kindOrder,
} satisfies Partial<Feature>
