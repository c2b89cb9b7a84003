import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks'
import type pg from 'pg'
import { type Figure, Metrics } from './metrics.ts'

const NANO = 1e9
let delay: IntervalHistogram | undefined

/** How late the event loop ran since the last asking. Watched from the first asking on: who never asks pays nothing. */
function loopFigures(): Figure {
  const values = delay
    ? [
        { labels: { part: 'median' }, value: delay.percentile(50) / NANO },
        { labels: { part: 'p99' }, value: delay.percentile(99) / NANO },
        { labels: { part: 'longest' }, value: delay.max / NANO },
      ]
    : []
  if (delay) delay.reset()
  else {
    delay = monitorEventLoopDelay({ resolution: 20 })
    delay.enable()
  }
  return {
    name: 'kindling_event_loop_delay_seconds',
    help: 'How late the event loop ran since the last reading.',
    type: 'gauge',
    values,
  }
}

/** Memory, processor and event loop of this server. */
export function processFigures(): Figure[] {
  const { rss, heapUsed, external } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  return [
    {
      name: 'kindling_memory_bytes',
      help: 'Memory of the server process, PostgreSQL apart.',
      type: 'gauge',
      values: [
        { labels: { part: 'resident' }, value: rss },
        { labels: { part: 'heap' }, value: heapUsed },
        { labels: { part: 'external' }, value: external },
      ],
    },
    {
      name: 'kindling_cpu_seconds_total',
      help: 'Processor time used.',
      type: 'counter',
      values: [{ value: (user + system) / 1e6 }],
    },
    {
      name: 'kindling_uptime_seconds',
      help: 'Seconds since the start.',
      type: 'gauge',
      values: [{ value: process.uptime() }],
    },
    loopFigures(),
  ]
}

/** Connections to the database. */
export function poolFigures(pool: pg.Pool): Figure[] {
  return [
    {
      name: 'kindling_database_connections',
      help: 'Connections to the database, and requests waiting for one.',
      type: 'gauge',
      values: [
        { labels: { state: 'busy' }, value: pool.totalCount - pool.idleCount },
        { labels: { state: 'idle' }, value: pool.idleCount },
        { labels: { state: 'waited_for' }, value: pool.waitingCount },
      ],
    },
  ]
}

/** The metrics of a server: its requests, its process and its database connections. */
export function makeMetrics({ pool }: { pool: pg.Pool }): Metrics {
  const metrics = new Metrics()
  metrics.add(processFigures)
  metrics.add(() => poolFigures(pool))
  return metrics
}
