import { createRoute, z } from '@hono/zod-openapi'
import type { Api } from '../feature.ts'
import type { House } from '../house.ts'
import { type AppContext, notFound } from '../http/request.ts'
import { ENTRY_FIELD, type FormParts, isForm, readFormBody } from './form-body.ts'
import { readJson } from './json-body.ts'
import { problemSchema } from './schemas.ts'
import { admit, type Scope, type ViewerOf, type Who } from './scopes.ts'
import { check } from './sentences.ts'

type Shape = z.ZodType
type Value<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

/** What a handler gets: checked, and asked by somebody who may call it. */
export interface Call<W extends Who, Params, Query, Body> {
  c: AppContext
  house: House
  viewer: ViewerOf<W>
  params: Params
  query: Query
  body: Body
  /** What came beside the body, where it came as a form. */
  form: FormParts | undefined
}

/** One address of the API with all that its documentation says. */
export interface Endpoint<W extends Who, Params, Query, Body, Answer> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Below /api/v1, parameters in braces: "/posts/{id}". */
  path: string
  tag: string
  summary: string
  description?: string
  who: W
  scope: Scope
  /** A parameter that does not fit names nothing, so it is not found. */
  params?: Params
  query?: Query
  body?: Body
  /** Where files may come with it: fields beside the body, which then is JSON in the field `entry`. */
  form?: z.ZodObject
  /** Left away where nothing comes back (204). */
  answer?: Answer
  /** 201 where something was made. */
  status?: 200 | 201
  handle(
    call: Call<W, Value<Params>, Value<Query>, Value<Body>>,
  ): Promise<Answer extends z.ZodType ? z.input<Answer> : void>
}

/** What is known of an endpoint besides its types, for the fallback, the document and the tests. */
export type AnyEndpoint = Omit<
  Endpoint<Who, Shape | undefined, Shape | undefined, Shape | undefined, Shape | undefined>,
  'handle'
>

const known = new WeakMap<Api, AnyEndpoint[]>()

/** Every endpoint of an API, in the order they were added. */
export function endpointsOf(api: Api): readonly AnyEndpoint[] {
  return known.get(api) ?? []
}

const refusals: Record<number, string> = {
  400: 'The body is not JSON.',
  401: 'No token, or one that is not known here.',
  403: 'The token or its member may not do this.',
  404: 'Nothing is there, or it is meant for fewer people.',
  413: 'More than 1 MB, or with files more than 34 MB.',
  415: 'The body is not sent in a way that this takes.',
  422: 'Something does not fit; `errors` says what.',
  429: 'Too often; `Retry-After` says when to try again.',
}

function answers(e: AnyEndpoint) {
  const possible = [401, 403, 422, 429, ...(e.params ? [404] : []), ...(e.body ? [400, 413, 415] : [])].sort()
  const content = { 'application/problem+json': { schema: problemSchema } }
  const refused = Object.fromEntries(
    possible.map((status) => [status, { description: refusals[status]!, content }]),
  )
  if (!e.answer) return { 204: { description: 'Done; nothing comes back.' }, ...refused }
  return {
    [e.status ?? 200]: { description: e.summary, content: { 'application/json': { schema: e.answer } } },
    ...refused,
  }
}

/** A token with the scope, a session of our own pages, or, for what anyone reads, nothing. */
function security(e: AnyEndpoint): Record<string, string[]>[] {
  return [{ token: [e.scope] }, { session: [] }, ...(e.who === 'anyone' ? [{}] : [])]
}

function contentOf(e: AnyEndpoint) {
  const json = { 'application/json': { schema: e.body! } }
  if (!e.form) return json
  return { ...json, 'multipart/form-data': { schema: z.object({ [ENTRY_FIELD]: e.body!, ...e.form.shape }) } }
}

function register(api: Api, e: AnyEndpoint): void {
  const request = {
    ...(e.params ? { params: e.params as z.ZodObject } : {}),
    ...(e.query ? { query: e.query as z.ZodObject } : {}),
    ...(e.body ? { body: { required: true, content: contentOf(e) } } : {}),
  }
  api.openAPIRegistry.registerPath(
    createRoute({
      method: e.method,
      path: e.path,
      tags: [e.tag],
      summary: e.summary,
      operationId: `${e.method} ${e.path}`.replace(
        /[^a-z]+(\w)?/gi,
        (_, next?: string) => next?.toUpperCase() ?? '',
      ),
      ...(e.description ? { description: e.description } : {}),
      security: security(e),
      request,
      responses: answers(e),
    }),
  )
  known.set(api, [...endpointsOf(api), e])
}

/** The query without `language`, which every address of the house understands. */
function queries(c: AppContext): Record<string, string | string[]> {
  const given = Object.entries(c.req.queries()).filter(([name]) => name !== 'language')
  return Object.fromEntries(given.map(([name, values]) => [name, values.length === 1 ? values[0]! : values]))
}

function paramsOf(e: AnyEndpoint, c: AppContext): unknown {
  if (!e.params) return undefined
  const result = e.params.safeParse(c.req.param())
  if (!result.success) throw notFound()
  return result.data
}

/** The body, and what came with it. */
async function readBody(c: AppContext, e: Pick<AnyEndpoint, 'body' | 'form'>) {
  if (!e.body) return { body: undefined, form: undefined }
  const read = e.form && isForm(c) ? await readFormBody(c, c.var.t, e.form) : undefined
  const body = read ? read.body : await readJson(c, e.form !== undefined)
  return { body: check(c.var.t, e.body, body, 'body'), form: read?.form }
}

const noQuery = z.strictObject({})

/**
 * Adds an endpoint: it is documented, admits by scope and role, checks what was sent, calls the use case
 * and answers with JSON.
 */
export function endpoint<
  W extends Who,
  Params extends Shape | undefined = undefined,
  Query extends Shape | undefined = undefined,
  Body extends Shape | undefined = undefined,
  Answer extends Shape | undefined = undefined,
>(api: Api, e: Endpoint<W, Params, Query, Body, Answer>): void {
  register(api, e as unknown as AnyEndpoint)
  const path = e.path.replaceAll(/{(\w+)}/g, ':$1')
  api.on([e.method.toUpperCase()], [path], async (c) => {
    const { house, t } = c.var
    const viewer = admit(c, e)
    const params = paramsOf(e as unknown as AnyEndpoint, c) as Value<Params>
    const query = check(t, e.query ?? noQuery, queries(c), 'query') as Value<Query>
    const { body, form } = await readBody(c, e)
    const value = await e.handle({ c, house, viewer, params, query, body: body as Value<Body>, form })
    return e.answer ? c.json(value as object, e.status ?? 200) : c.body(null, 204)
  })
}
