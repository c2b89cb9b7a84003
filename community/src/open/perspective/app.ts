import type { Context, Env, Hono } from 'hono'
import { answerBatch } from './batch.ts'
import { BATCH_AT_MOST, BODY_AT_MOST, readBody } from './body.ts'
import { keyOf } from './key-of.ts'
import { type Answer, answer, type Call, plainPath, refused, type Service } from './service.ts'

/** Where the routes stand and what they are told by who puts them there. */
export interface Surroundings<E extends Env> {
  service(c: Context<E>): Service
  /** Where a call came from, for limits only. */
  address(c: Context<E>): string
}

/** The address under which a caller reached this server; a proxy in front of it says whether that was by TLS. */
function rootOf({ protocol, host }: URL, forwardedProto: string | undefined): string {
  // Of several proxies the first one says how the caller came.
  const [forwarded] = (forwardedProto ?? '').toLowerCase().split(/[\s,]+/)
  return `${forwarded === 'https' || forwarded === 'http' ? `${forwarded}:` : protocol}//${host}/`
}

/** Pages of other sites may ask, as they might ask the original: no cookie counts here. */
const forAnyPage = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-kindling-model, retry-after',
}
const keptNowhere = { ...forAnyPage, 'cache-control': 'private, no-store' }

function send(c: Context, { query }: Call, { status, body, model, retryAfter }: Answer): Response {
  const pretty = query.get('prettyPrint') === 'true'
  const headers: Record<string, string> = {
    ...keptNowhere,
    'content-type': 'application/json; charset=UTF-8',
  }
  if (model !== undefined) headers['x-kindling-model'] = model
  if (retryAfter !== undefined) headers['retry-after'] = String(retryAfter)
  return c.body(JSON.stringify(body, null, pretty ? 2 : undefined), status as 200, headers)
}

function preflight(c: Context): Response {
  return c.body(null, 204, {
    ...forAnyPage,
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': c.req.header('access-control-request-headers') ?? '*',
    'access-control-max-age': '86400',
  })
}

/** Adds the routes of the Perspective API to an app. They read no cookie and set none. */
export function addPerspectiveRoutes<E extends Env>(app: Hono<E>, around: Surroundings<E>): void {
  const callOf = (c: Context<E>, atMost: number): Call => {
    const url = new URL(c.req.url)
    const header = (name: string) => c.req.header(name)
    return {
      method: c.req.method,
      path: plainPath(c.req.path),
      query: url.searchParams,
      get root() {
        return rootOf(url, header('x-forwarded-proto'))
      },
      key: keyOf(url.searchParams, header),
      address: around.address(c),
      body: () => readBody(c.req, atMost),
    }
  }

  const one = async (c: Context<E>): Promise<Response> => {
    const call = callOf(c, BODY_AT_MOST)
    return send(c, call, await answer(around.service(c), call))
  }

  const batch = async (c: Context<E>): Promise<Response> => {
    const service = around.service(c)
    const call = callOf(c, BATCH_AT_MOST)
    try {
      await service.open?.()
      const { contentType, body } = answerBatch(
        service,
        call,
        await call.body(),
        c.req.header('content-type'),
      )
      return c.body(body, 200, { ...keptNowhere, 'content-type': contentType })
    } catch (error) {
      return send(c, call, refused(service, error))
    }
  }

  app.options('/v1alpha1/*', preflight)
  app.options('/batch', preflight)
  app.on(['GET', 'POST'], '/v1alpha1/:method', one)
  app.get('/$discovery/rest', one)
  app.get('/%24discovery/rest', one)
  app.post('/batch', batch)
}
