import type pg from 'pg'
import type { Config } from '../config/index.ts'
import type { Communities } from './communities/community.ts'
import type { Db } from './database/connect.ts'
import type { Reads } from './database/reads.ts'
import type { Feature } from './feature.ts'
import type { Files } from './files/files.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { LiveHub } from './live/hub.ts'
import type { Log } from './log/log.ts'
import type { Mail } from './mail/mail.ts'
import type { Metrics } from './observe/metrics.ts'
import type { Assets } from './pages/assets.ts'
import type { NavigationItem } from './pages/context.ts'
import type { Slots } from './slots/slots.ts'
import type { Clock } from './time/clock.ts'

/** What every request and job may use. Made once in main.ts; tests make one with their own parts. */
export interface House {
  /** Everything the house is made of, in floor order. */
  features: readonly Feature[]
  config: Config
  log: Log
  metrics: Metrics
  db: Db
  pool: pg.Pool
  /** Short reads on shared connections; "prepare" uses them. */
  reads: Reads
  clock: Clock
  /** Pictures people brought. */
  files: Files
  mail: Mail
  jobs: Jobs
  live: LiveHub
  communities: Communities
  slots: Slots
  assets: Assets
  navigation: NavigationItem[]
}
