import { getConnInfo } from '@hono/node-server/conninfo'
import type { AppContext } from '../http/request.ts'

/** An IPv6 household has a whole /64: counting single addresses would count nothing. */
function network(address: string): string {
  const plain = address
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '')
    .toLowerCase()
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const first = head ? head.split(':') : []
  const last = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0')
  return `${[...first, ...zeros, ...last].slice(0, 4).join(':')}::/64`
}

/**
 * Where a request came from, for limits only; never kept or logged. Behind one's own proxy (trustProxy)
 * that is the last entry of X-Forwarded-For, the one the proxy wrote itself.
 */
export function clientAddress(c: AppContext): string {
  if (c.var.house.config.trustProxy) {
    const forwarded = c.req.header('x-forwarded-for')?.split(',').pop()?.trim()
    if (forwarded) return network(forwarded)
  }
  try {
    return network(getConnInfo(c).remote.address ?? 'unknown')
  } catch {
    // Without a socket, as in tests, everybody is one.
    return 'unknown'
  }
}
