import { Hono, type MiddlewareHandler } from 'hono'
import {
  API_ROOT,
  type AppEnv,
  answerErrors,
  english,
  type Feature,
  guardForms,
  type House,
  KindlingError,
  makeApi,
  makeTranslator,
  newId,
  notFound,
  observeRequests,
  observeRoutes,
  pseudo,
  refuseZeros,
  securityHeaders,
  visitor,
  WORKER_POLICY,
} from './foundation/index.ts'
import { houseErrors } from './words.ts'

const translators = { en: makeTranslator(english), 'en-XA': makeTranslator(pseudo) }

/** How a request gets its viewer; members brings it, tests bring their own. */
export type ReadViewer = MiddlewareHandler<AppEnv>

function assetRoutes(app: Hono<AppEnv>, house: House): void {
  const types: Record<string, string> = {
    css: 'text/css; charset=utf-8',
    js: 'text/javascript; charset=utf-8',
    woff2: 'font/woff2',
    svg: 'image/svg+xml',
    ico: 'image/x-icon',
    png: 'image/png',
  }
  app.get('/assets/*', async (c) => {
    const file = c.req.path.slice('/assets/'.length)
    const small = /\bbr\b/.test(c.req.header('accept-encoding') ?? '')
      ? await house.assets.readSmall(file)
      : undefined
    const content = small ?? (await house.assets.read(file))
    if (!content) throw notFound()
    if (small) c.header('content-encoding', 'br')
    if (c.req.path === house.assets.url('careful-worker.js'))
      c.header('content-security-policy', WORKER_POLICY)
    return c.body(new Uint8Array(content), 200, {
      vary: 'accept-encoding',
      'content-type': types[file.split('.').pop() ?? ''] ?? 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })
}

/** Puts requests through the same few steps, then to the features. */
export function makeApp(house: House, features: readonly Feature[], readViewer: ReadViewer): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.onError(answerErrors)
  app.notFound((c) => answerErrors(notFound(), c) as Response)
  app.use('*', securityHeaders)
  app.use('*', async (c, next) => {
    c.set('house', house)
    c.set('requestId', newId())
    c.set('t', c.req.query('language') === 'en-XA' ? translators['en-XA'] : translators.en)
    await next()
  })
  app.use('*', observeRequests(house.metrics))
  observeRoutes(app, house, house.metrics)
  assetRoutes(app, house)
  app.use('*', async (c, next) => {
    const community = await house.communities.byHost(c.req.header('host') ?? '')
    if (!community) throw new KindlingError('no_community', houseErrors.noCommunity, { status: 404 })
    c.set('community', community)
    c.set('viewer', visitor(community.id))
    await next()
  })
  for (const feature of features) feature.bareRoutes?.(app, house)
  app.use('*', refuseZeros)
  app.use('*', guardForms)
  app.use('*', readViewer)
  for (const feature of features) if (feature.eachRequest) app.use('*', feature.eachRequest)
  for (const feature of features) feature.routes?.(app, house)
  app.route(API_ROOT, makeApi(house, features))
  return app
}
