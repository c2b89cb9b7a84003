import type { MiddlewareHandler } from 'hono'
import { KindlingError } from '../errors/kindling-error.ts'
import type { AppEnv } from './request.ts'
import { httpErrors } from './words.ts'

/** Of pages: our own scripts and styles only, and nothing made into code while they run. */
export const PAGE_POLICY = [
  "default-src 'self'",
  "img-src 'self' blob: data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * For the careful reader's worker alone, which compiles its arithmetic: pages never may. It fetches its models and
 * nothing else.
 */
export const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"

/** Headers on every answer: our own scripts and styles only, no framing, no sniffing, no referrer elsewhere. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  // Before the answer is made: each change to a finished one copies it, body and all.
  c.header('content-security-policy', PAGE_POLICY)
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'same-origin')
  c.header('cross-origin-opener-policy', 'same-origin')
  await next()
}

/** No address of ours holds a zero character, and no database would take one. */
export const refuseZeros: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.req.url.includes('%00'))
    throw new KindlingError('address_unreadable', httpErrors.addressUnreadable, { status: 400 })
  return next()
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Other schemes are sent by browsers on their own, for instance to a proxy that asks for a password. */
const BEARER = /^bearer /i

/** Where a browser says a request began; undefined where it says nothing, as programs do. */
function fromOurPages(request: Request, host: string): boolean | undefined {
  const site = request.headers.get('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  if (!origin) return undefined
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}

/**
 * Refuses writes that another site's page could have sent: with our cookies, or without any to sign
 * somebody in to an account that is not theirs. Calls of the API that carry a bearer token carry no cookie
 * authority and pass; so does what comes without cookie and from no page, as mail programs and scripts send it.
 */
export const guardForms: MiddlewareHandler<AppEnv> = async (c, next) => {
  const byToken = c.req.path.startsWith('/api/') && BEARER.test(c.req.header('authorization') ?? '')
  if (SAFE.has(c.req.method) || byToken) return next()
  if (fromOurPages(c.req.raw, c.req.header('host') ?? '') ?? !c.req.header('cookie')) return next()
  throw new KindlingError('other_site', httpErrors.otherSite, { status: 403 })
}
