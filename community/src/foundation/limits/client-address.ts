import { getConnInfo } from '@hono/node-server/conninfo'
import type { AppContext } from '../http/request.ts'
import { networkOf } from './network.ts'

/**
 * Where a request came from, for limits only; never kept or logged. Behind one's own proxy (trustProxy)
 * that is the last entry of X-Forwarded-For, the one the proxy wrote itself.
 */
export function clientAddress(c: AppContext): string {
  if (c.var.house.config.trustProxy) {
    const forwarded = c.req.header('x-forwarded-for')?.split(',').pop()?.trim()
    if (forwarded) return networkOf(forwarded)
  }
  try {
    return networkOf(getConnInfo(c).remote.address ?? 'unknown')
  } catch {
    // Without a socket, as in tests, everybody is one.
    return 'unknown'
  }
}
