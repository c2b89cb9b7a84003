import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { AppContext } from '../http/request.ts'
import { networkOf } from './network.ts'

/**
 * Where a request came from, for limits only; never kept or logged. Behind one's own proxy (trustProxy)
 * that is the last entry of X-Forwarded-For, the one the proxy wrote itself.
 */
export function addressFrom(c: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').pop()?.trim() : undefined
  if (forwarded) return networkOf(forwarded)
  try {
    return networkOf(getConnInfo(c).remote.address ?? 'unknown')
  } catch {
    // Without a socket, as in tests, everybody is one.
    return 'unknown'
  }
}

/** The same by the settings of the house. */
export const clientAddress = (c: AppContext): string => addressFrom(c, c.var.house.config.trustProxy)
