import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { KindlingError } from '../errors/kindling-error.ts'
import type { Api, Feature } from '../feature.ts'
import type { House } from '../house.ts'
import { type AppEnv, notFound } from '../http/request.ts'
import { addSecuritySchemes, apiDocument } from './document.ts'
import { endpoint, endpointsOf } from './endpoint.ts'
import { isForm } from './form-body.ts'
import { bodyTooLarge, LARGEST_BODY } from './json-body.ts'
import { limitCalls } from './limits.ts'
import { apiErrors } from './words.ts'

export const API_ROOT = '/api/v1'

/**
 * Any page may call with a token. Nothing allows credentials, so no browser lets another site's page
 * read what our cookies open.
 */
const anyOrigin = cors({
  origin: '*',
  allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowHeaders: ['authorization', 'content-type'],
  exposeHeaders: ['x-request-id', 'retry-after'],
  maxAge: 86_400,
})

const notKept: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.header('cache-control', 'private, no-store')
  c.header('vary', 'authorization, cookie')
  return next()
}

const limitBodies = bodyLimit({
  maxSize: LARGEST_BODY,
  onError: () => {
    throw bodyTooLarge()
  },
})

/** Forms may be larger: who reads one counts, and where none is taken none is read. */
const smallBodies: MiddlewareHandler<AppEnv> = (c, next) => (isForm(c) ? next() : limitBodies(c, next))

/** The ways an address answers, for one that was asked in another. */
function methodsAt(api: Api, path: string): string[] {
  const fits = endpointsOf(api).filter((e) => new RegExp(`^${e.path.replace(/{\w+}/g, '[^/]+')}$`).test(path))
  const methods = fits.map((e) => e.method.toUpperCase())
  return methods.length === 0 ? [] : [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS']
}

function addFallback(api: Api): void {
  api.all('*', (c) => {
    const allow = methodsAt(api, c.req.path.slice(API_ROOT.length)).join(', ')
    if (!allow) throw notFound()
    throw new KindlingError('method_wrong', apiErrors.methodWrong, {
      values: { allow },
      status: 405,
      details: { allow },
    })
  })
}

function addDocument(api: Api): void {
  const made = new Map<string, object>()
  endpoint(api, {
    method: 'get',
    path: '/openapi.json',
    tag: 'About',
    summary: 'This document',
    who: 'anyone',
    scope: 'read',
    answer: z.record(z.string(), z.unknown()),
    async handle({ c, house }) {
      const place = { name: c.var.community.name, url: house.config.url }
      const key = `${place.name} ${place.url}`
      if (!made.has(key)) made.set(key, apiDocument(api, place))
      return made.get(key) as Record<string, unknown>
    },
  })
}

/** The API of all features, to be mounted at API_ROOT. */
export function makeApi(house: House, features: readonly Feature[]): Api {
  const api: Api = new OpenAPIHono<AppEnv>()
  addSecuritySchemes(api)
  api.use('*', anyOrigin, notKept, smallBodies)
  for (const feature of features) if (feature.apiEntry) api.use('*', feature.apiEntry)
  api.use('*', limitCalls)
  for (const feature of features) feature.api?.(api, house)
  addDocument(api)
  addFallback(api)
  return api
}
