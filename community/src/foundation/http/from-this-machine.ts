import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** Whether a request came from this machine itself, not through a proxy on it. */
export function fromThisMachine(c: Context): boolean {
  if (['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => c.req.header(name))) return false
  try {
    return /^(127\.|::1$|::ffff:127\.)/.test(getConnInfo(c).remote.address ?? '')
  } catch {
    return false
  }
}
