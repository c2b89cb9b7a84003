import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Hono, MiddlewareHandler } from 'hono'
import type { Migration } from './database/migrate.ts'
import type { StoredEvent } from './events/outbox.ts'
import type { House } from './house.ts'
import type { AppEnv } from './http/request.ts'
import type { Work } from './jobs/jobs.ts'
import type { LiveTopic } from './live/topic.ts'
import type { NavigationItem, SettingsItem } from './pages/context.ts'
import type { AnyFill } from './slots/slots.ts'

/** A listener hears of an event at least once, after its transaction; it must not mind hearing twice. */
export interface Listener {
  /** Unique: with the event id it says what has been heard. */
  name: string
  /** What it hears of; 'every' hears all. */
  kinds: readonly string[] | 'every'
  hear(house: House, event: StoredEvent): Promise<void>
}

/** Work that runs by the clock, once even with several servers. */
export interface Job {
  name: string
  /** Cron expression in UTC. */
  schedule: string
  run(house: House): Promise<void>
}

export type App = Hono<AppEnv>
export type Api = OpenAPIHono<AppEnv>

/** What a folder brings to the house. main.ts lists features in floor order. */
export interface Feature {
  name: string
  migrations?: readonly Migration[]
  routes?(app: App, house: House): void
  /**
   * Routes for programs that bring their own authority: they read no cookie, know no viewer, and pages of other sites may
   * ask them. Each must say itself who may.
   */
  bareRoutes?(app: App, house: House): void
  /** Routes under /api/v1. */
  api?(api: Api, house: House): void
  /** Runs before every route under /api/v1, in floor order, after the session was read. */
  apiEntry?: MiddlewareHandler<AppEnv>
  slots?: readonly AnyFill[]
  navigation?: readonly NavigationItem[]
  settings?: readonly SettingsItem[]
  /** Pages of administration; lower order stands further up, `shown` says to whom. */
  office?: readonly SettingsItem[]
  listeners?: readonly Listener[]
  jobs?: readonly Job[]
  /** Work that is asked for with `house.jobs.enqueue`. */
  works?: readonly Work[]
  /** What open pages may listen to. */
  live?: readonly LiveTopic[]
  /** Runs before every page, after the viewer is known. Costs every request what it costs: at most one tiny query. */
  eachRequest?: MiddlewareHandler<AppEnv>
}
