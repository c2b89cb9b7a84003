import { type Context, type Env, Hono } from 'hono'
import { answerBatch, type KeyOf } from './batch.ts'
import { readBody } from './body.ts'
import { type Answer, answer, type Call, plainPath, refused, type Service } from './service.ts'

/** Bytes of one request: its comment, and a context that nobody reads. */
const BODY_AT_MOST = 4 * 1024 * 1024
/** Bytes of a batch: a thousand of the longest comments. */
const BATCH_AT_MOST = 32 * 1024 * 1024

const keyOf: KeyOf = (query, header) =>
  query.get('key') ||
  query.get('access_token') ||
  query.get('oauth_token') ||
  header('x-goog-api-key') ||
  /^bearer +(.+)$/i.exec(header('authorization') ?? '')?.[1] ||
  undefined

/** Where the routes stand and what they are told by who puts them there. */
export interface Surroundings<E extends Env> {
  service(c: Context<E>): Service | Promise<Service>
  /** Where a call came from, for limits only. */
  address(c: Context<E>): string
}

/** The address under which a caller reached this server; a proxy in front of it says whether that was by TLS. */
function rootOf(c: Context): string {
  const { protocol, host } = new URL(c.req.url)
  // Of several proxies the first one says how the caller came.
  const [forwarded] = (c.req.header('x-forwarded-proto') ?? '').toLowerCase().split(/[\s,]+/)
  return `${forwarded === 'https' || forwarded === 'http' ? `${forwarded}:` : protocol}//${host}/`
}

function send(c: Context, { status, body, model, retryAfter }: Answer): Response {
  const pretty = c.req.query('prettyPrint') === 'true'
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=UTF-8',
    'cache-control': 'private, no-store',
  }
  if (model !== undefined) headers['x-kindling-model'] = model
  if (retryAfter !== undefined) headers['retry-after'] = String(retryAfter)
  return c.body(JSON.stringify(body, null, pretty ? 2 : undefined), status as 200, headers)
}

/** Pages of other sites may ask, as they might ask the original: no cookie counts here. */
function allowOrigins(c: Context): void {
  c.header('access-control-allow-origin', '*')
  c.header('access-control-expose-headers', 'x-kindling-model, retry-after')
}

function preflight(c: Context): Response {
  allowOrigins(c)
  c.header('access-control-allow-methods', 'GET, POST')
  c.header('access-control-allow-headers', c.req.header('access-control-request-headers') ?? '*')
  c.header('access-control-max-age', '86400')
  return c.body(null, 204)
}

/** Adds the routes of the Perspective API to an app. They read no cookie and set none. */
export function addPerspectiveRoutes<E extends Env>(app: Hono<E>, around: Surroundings<E>): void {
  const callOf = (c: Context<E>, atMost: number): Call => {
    const query = new URL(c.req.url).searchParams
    return {
      method: c.req.method,
      path: plainPath(c.req.path),
      query,
      root: rootOf(c),
      key: keyOf(query, (name) => c.req.header(name)),
      address: around.address(c),
      body: () => readBody(c.req, atMost),
    }
  }

  const one = async (c: Context<E>): Promise<Response> => {
    allowOrigins(c)
    return send(c, await answer(await around.service(c), callOf(c, BODY_AT_MOST)))
  }

  const batch = async (c: Context<E>): Promise<Response> => {
    allowOrigins(c)
    const service = await around.service(c)
    try {
      service.open?.()
      const call = callOf(c, BATCH_AT_MOST)
      const given = answerBatch(service, call, await call.body(), c.req.header('content-type'), keyOf)
      return c.body(given.body, 200, {
        'content-type': given.contentType,
        'cache-control': 'private, no-store',
      })
    } catch (error) {
      return send(c, refused(service, error))
    }
  }

  app.options('/v1alpha1/*', preflight)
  app.options('/batch', preflight)
  app.on(['GET', 'POST'], '/v1alpha1/:method', one)
  app.get('/$discovery/rest', one)
  app.get('/%24discovery/rest', one)
  app.post('/batch', batch)
}

/** The routes alone. */
export function perspectiveApp<E extends Env>(around: Surroundings<E>): Hono<E> {
  const app = new Hono<E>()
  addPerspectiveRoutes(app, around)
  return app
}
