import type { Server } from 'node:http'
import { type HttpBindings, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { fromThisMachine } from '../../foundation/http/from-this-machine.ts'
import { addressFrom } from '../../foundation/limits/client-address.ts'
import { makeLog } from '../../foundation/log/log.ts'
import { stackOf } from '../../foundation/log/stack-of.ts'
import { Metrics } from '../../foundation/observe/metrics.ts'
import { patternOf } from '../../foundation/observe/observe-requests.ts'
import { addPerspectiveRoutes } from './app.ts'
import { FileSuggestions } from './file-suggestions.ts'
import { callersOf, type KeptKey, requireCaller } from './keys.ts'
import { MemoryRates, type Rates } from './rates.ts'
import { type Failure, PerspectiveReader, type ReaderName } from './reader.ts'
import { broken, metricsClosed, notFound } from './refusal.ts'
import type { Service } from './service.ts'
import type { Suggestions } from './suggestions.ts'

type AppEnv = { Bindings: HttpBindings }

export interface StandaloneOptions {
  host: string
  /** 0: any that is free. */
  port: number
  reader: ReaderName
  /** Undefined: whoever reaches the server may ask. */
  keys: readonly KeptKey[] | undefined
  /** Requests a minute for each key without a limit of its own, or for each address; undefined without limit. */
  perMinute: number | undefined
  /** The file that suggested scores go to; undefined: they go nowhere. */
  keepSuggestions: string | undefined
  /** Whether X-Forwarded-For is one's own proxy's. */
  trustProxy: boolean
  rates?: Rates
  /** Hears why nothing is scored, or why the careful reader is not asked, once a try. */
  readerFailed?(failure: Failure): void
}

/** How long answers under way may take once somebody asked us to stop, in milliseconds. */
const LAST_ANSWERS = 5_000

/** Health for anyone, figures for this machine, as the community's server has them. */
function addWatchRoutes(app: Hono<AppEnv>, reader: PerspectiveReader, metrics: Metrics): void {
  app.get('/healthz', (c) => c.json({ status: 'up' }))
  app.get('/readyz', (c) => {
    const { failure } = reader
    return failure
      ? c.json({ status: 'not ready', code: failure.code, message: failure.message }, 503)
      : c.json({ status: 'ready', reader: reader.name })
  })
  app.get('/metrics', (c) =>
    fromThisMachine(c)
      ? c.text(metrics.show(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
      : c.json(metricsClosed().body(), 403),
  )
}

/** The Perspective routes and nothing else: no database, nothing kept. */
export function standaloneApp(
  options: StandaloneOptions,
  reader: PerspectiveReader,
  suggestions?: Suggestions,
): Hono<AppEnv> {
  const { keys, perMinute, trustProxy } = options
  const callers = keys && callersOf(keys)
  const metrics = new Metrics()
  const log = makeLog('info')
  const failed = (error: Error): void =>
    log.error('request_failed', { name: error.name, stack: stackOf(error) })
  const service: Service = {
    reader: async () => reader,
    async admit({ key, address }) {
      if (!callers) return { name: address, perMinute }
      const caller = await requireCaller(key, (hash) => callers.get(hash))
      return { ...caller, perMinute: caller.perMinute ?? perMinute }
    },
    rates: options.rates ?? new MemoryRates(),
    suggestions,
    failed,
  }
  const app = new Hono<AppEnv>()
  app.use('*', async (c, next) => {
    const begun = performance.now()
    await next()
    metrics.request(patternOf(c), c.req.method, c.res.status, (performance.now() - begun) / 1000)
  })
  app.onError((error, c) => {
    failed(error)
    return c.json(broken().body(), 500)
  })
  app.notFound((c) => c.json(notFound().body(), 404))
  addWatchRoutes(app, reader, metrics)
  addPerspectiveRoutes(app, { service: () => service, address: (c) => addressFrom(c, trustProxy) })
  return app
}

export interface Standalone {
  /** Where it answers. */
  url: string
  stop(): Promise<void>
}

/** Loads the reader, then listens. */
export async function startStandalone(options: StandaloneOptions): Promise<Standalone> {
  const suggestions = options.keepSuggestions ? new FileSuggestions(options.keepSuggestions) : undefined
  await suggestions?.open()
  const reader = await PerspectiveReader.start(options.reader, { failed: options.readerFailed })
  const app = standaloneApp(options, reader, suggestions)
  const { host: hostname, port } = options
  const server = await new Promise<Server>((resolve, reject) => {
    const opening = serve({ fetch: app.fetch, hostname, port }, () => resolve(opening)) as Server
    opening.once('error', reject)
  })
  const address = server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  return {
    url: `http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${bound}`,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      const impatience = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS)
      await closed
      clearTimeout(impatience)
    },
  }
}
