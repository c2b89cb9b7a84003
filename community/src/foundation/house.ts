import type pg from 'pg'
import type { Config } from '../config/index.ts'
import type { Communities } from './communities/community.ts'
import type { Db } from './database/connect.ts'
import type { Log } from './log/log.ts'
import type { Mail } from './mail/mail.ts'
import type { Assets } from './pages/assets.ts'
import type { NavigationItem } from './pages/context.ts'
import type { Slots } from './slots/slots.ts'
import type { Clock } from './time/clock.ts'

/** What every request and job may use. Made once in main.ts; tests make one with their own parts. */
export interface House {
  config: Config
  log: Log
  db: Db
  pool: pg.Pool
  clock: Clock
  mail: Mail
  communities: Communities
  slots: Slots
  assets: Assets
  navigation: NavigationItem[]
}
