import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { AppEnv } from '../http/request.ts'
import type { Metrics } from './metrics.ts'

/** Asked for every few seconds by machines, or many times a page: counted, and not logged. */
const QUIET = new Set(['/healthz', '/readyz', '/metrics', '/assets/*'])

/** The pattern of the route that answered; addresses hold ids and names, patterns do not. */
export function patternOf(c: Context): string {
  const route = matchedRoutes(c)[c.req.routeIndex]
  const middleware = route?.method === 'ALL' && route.path.endsWith('*')
  return route && !middleware ? route.path : 'none'
}

/** Counts and logs each answer: route pattern, status and time, with the id that the answer carries as well. */
export function observeRequests(metrics: Metrics): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const begun = performance.now()
    const house = c.get('house')
    const requestId = c.get('requestId')
    // Before the answer is made: changing a finished one costs a copy of it. Problems set it themselves.
    c.header('x-request-id', requestId)
    await next()
    const milliseconds = performance.now() - begun
    const route = patternOf(c)
    const { status } = c.res
    metrics.request(route, c.req.method, status, milliseconds / 1000)
    if (QUIET.has(route)) return
    house.log.info('request', {
      requestId,
      method: c.req.method,
      route,
      status,
      ms: Math.round(milliseconds * 10) / 10,
    })
  }
}
