import { createHash, timingSafeEqual } from 'node:crypto'
import { problem } from '../api/problem.ts'
import type { App } from '../feature.ts'
import type { House } from '../house.ts'
import { fromThisMachine } from '../http/from-this-machine.ts'
import type { AppContext } from '../http/request.ts'
import type { Phrase } from '../i18n/words.ts'
import type { Metrics } from './metrics.ts'
import { observeErrors as w } from './words.ts'

/** A database that takes longer is not ready. */
const PATIENCE = 2_000

type Readiness = { ready: true } | { ready: false; code: string; says: Phrase }

async function appliedMigrations(house: House): Promise<Set<string>> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('late')), PATIENCE).unref(),
  )
  const asked = house.pool.query<{ name: string }>('select name from migrations')
  // Whoever loses the race must not end as an error that nobody hears.
  asked.catch(() => {})
  return new Set((await Promise.race([asked, late])).rows.map(({ name }) => name))
}

/** Whether this server can serve: its database answers and has every table this version knows. */
export async function readiness(house: House): Promise<Readiness> {
  try {
    const applied = await appliedMigrations(house)
    const missing = house.features
      .flatMap(({ migrations }) => migrations ?? [])
      .filter(({ name }) => !applied.has(name))
    if (missing.length === 0) return { ready: true }
    return {
      ready: false,
      code: 'migrations_missing',
      says: w.migrationsMissing,
    }
  } catch {
    return { ready: false, code: 'database_silent', says: w.databaseSilent }
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()

function mayMeasure(c: AppContext, house: House): boolean {
  const { metricsToken } = house.config
  const given = /^bearer +(.+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (metricsToken && given) return timingSafeEqual(digest(metricsToken), digest(given))
  return !metricsToken && fromThisMachine(c)
}

/** /healthz, /readyz and /metrics: for the machines that watch this one. They need no community. */
export function observeRoutes(app: App, house: House, metrics: Metrics): void {
  app.get('/healthz', (c) => c.json({ status: 'up' }))
  app.get('/readyz', async (c) => {
    const state = await readiness(house)
    return state.ready
      ? c.json({ status: 'ready' })
      : problem(c, { status: 503, code: state.code, message: c.var.t(state.says) })
  })
  app.get('/metrics', (c) => {
    if (!mayMeasure(c, house))
      return problem(c, {
        status: 403,
        code: 'metrics_closed',
        message: c.var.t(w.metricsClosed),
      })
    return c.text(metrics.show(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
}
