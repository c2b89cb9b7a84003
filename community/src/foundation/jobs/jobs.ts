import type { Trx } from '../database/connect.ts'
import type { House } from '../house.ts'

/** What a job is told: ids and plain values. Never what people wrote, addresses or tokens. */
export type JobData = Readonly<Record<string, string>>

/** Work that somebody asks for: done soon, on one server, again when it fails. It must not mind being done twice. */
export interface Work {
  name: string
  run(house: House, data: JobData): Promise<void>
}

export interface EnqueueOptions {
  /** Not before this time. */
  after?: Date
  /** While one with the same key waits, another is not added. */
  once?: string
  /** Asked for only if this transaction succeeds. */
  inside?: Trx
}

/** Work apart from requests. Behind it is pg-boss; nothing else knows. */
export interface Jobs {
  /** Asks for a registered work. */
  enqueue(work: string, data: JobData, options?: EnqueueOptions): Promise<void>
  /** Runs a registered job by the clock, once even with several servers. */
  schedule(job: string, cron: string): Promise<void>
  /** Prepares its tables and begins to work for the house's features. */
  start(house: House): Promise<void>
  /** Lets what is under way finish. */
  stop(): Promise<void>
}
