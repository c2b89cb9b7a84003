import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../http/request.ts'
import { clientAddress } from '../limits/client-address.ts'
import { takeToken } from '../limits/store.ts'
import { tooOften } from '../limits/too-often.ts'

/** Per member, or per address where nobody is known. Use cases have limits of their own besides. */
export const apiLimits = {
  read: { kind: 'api-read', limit: 600, seconds: 60 },
  write: { kind: 'api-write', limit: 60, seconds: 60 },
} as const

const READS = new Set(['GET', 'HEAD'])

/** Refuses what comes too often, and says when to try again. */
export const limitCalls: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { house, community, viewer } = c.var
  const taken = await takeToken(house.db, {
    ...apiLimits[READS.has(c.req.method) ? 'read' : 'write'],
    communityId: community.id,
    subject: viewer.memberId ?? clientAddress(c),
    now: house.clock.now(),
  })
  if (!taken.ok) throw tooOften(taken.retryAfterSeconds)
  return next()
}
