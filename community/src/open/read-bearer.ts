import type { MiddlewareHandler } from 'hono'
import {
  type AppEnv,
  bearerOf,
  type House,
  hashOfSecret,
  KindlingError,
  type MemberViewer,
} from '../foundation/index.ts'
import { looksLikeToken, roleWithin } from './rules.ts'
import { type Bearer, bearerByHash, noteUse } from './store.ts'
import { openErrors } from './words.ts'

function viewerOf(communityId: string, bearer: Bearer): MemberViewer {
  return {
    communityId,
    memberId: bearer.member_id,
    accountId: bearer.account_id,
    sessionId: undefined,
    role: roleWithin(bearer.role, bearer.scopes),
    name: bearer.name,
    handle: bearer.handle,
    timeZone: bearer.time_zone ?? undefined,
    under18: bearer.under_18,
    waiting: false,
    scopes: bearer.scopes,
  }
}

/** Who a token stands for; undefined where it is unknown, has ended, or its member is no longer here. */
export async function readToken(
  house: House,
  communityId: string,
  token: string,
): Promise<MemberViewer | undefined> {
  if (!looksLikeToken(token)) return undefined
  const bearer = await bearerByHash(house, communityId, hashOfSecret(token))
  if (!bearer) return undefined
  const today = house.clock.now().toISOString().slice(0, 10)
  if (bearer.last_used_on !== today) await noteUse(house.db, communityId, bearer.id, today)
  return viewerOf(communityId, bearer)
}

/** Reads the bearer token of a call. A call with a token is its member's alone: cookies do not count then. */
export const readBearer: MiddlewareHandler<AppEnv> = async (c, next) => {
  const token = bearerOf(c.req.header('authorization'))
  if (token === undefined) return next()
  const viewer = await readToken(c.var.house, c.var.community.id, token.trim())
  if (!viewer)
    throw new KindlingError('token_unknown', openErrors.tokenUnknown, {
      status: 401,
    })
  c.set('viewer', viewer)
  return next()
}
