import { CompiledQuery } from 'kysely'
import PgBoss from 'pg-boss'
import type { Trx } from '../database/connect.ts'
import type { Job } from '../feature.ts'
import type { House } from '../house.ts'
import { newId } from '../ids/uuid.ts'
import type { EnqueueOptions, JobData, Jobs, Work } from './jobs.ts'
import { QuietDatabase } from './quiet-database.ts'

const RETRIES = { retryLimit: 10, retryDelay: 5, retryBackoff: true } as const
/** Seconds between two looks for work, and for jobs that came due. */
const POLLS = { work: 3, job: 10 }
const BATCH = 20

/** Names of queues: jobs and works may be called alike. */
const workQueue = (name: string) => `work-${name}`
const jobQueue = (name: string) => `job-${name}`

function inTransaction(trx: Trx): PgBoss.Db {
  return {
    executeSql: async (text, values) => ({
      rows: (await trx.executeQuery(CompiledQuery.raw(text, values))).rows as unknown[],
    }),
  }
}

/** Jobs on pg-boss, in its own schema of the same database. */
export class BossJobs implements Jobs {
  readonly #house: Pick<House, 'pool' | 'log'>
  readonly #polls: typeof POLLS
  readonly #database: QuietDatabase
  readonly #boss: PgBoss
  readonly #workers = new Map<string, string>()

  constructor(house: Pick<House, 'pool' | 'log'>, polls = POLLS) {
    this.#polls = polls
    this.#house = house
    this.#database = new QuietDatabase(house.pool, house.log)
    this.#boss = new PgBoss({
      db: this.#database,
      schema: 'pgboss',
      deleteAfterDays: 3,
      archiveCompletedAfterSeconds: 3_600,
    })
    this.#boss.on('error', (error) =>
      house.log.error('jobs_failed', { name: error.name, code: (error as { code?: string }).code }),
    )
  }

  async start(house: House): Promise<void> {
    const { features } = house
    await this.#boss.start()
    for (const work of features.flatMap((feature) => feature.works ?? [])) await this.#takeWork(house, work)
    const jobs = features.flatMap((feature) => feature.jobs ?? [])
    for (const job of jobs) await this.#takeJob(house, job)
    await this.#forgetOthers(jobs)
    this.#database.becomeQuiet()
  }

  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, wait: true, timeout: 10_000 })
    await this.#database.close()
  }

  async enqueue(work: string, data: JobData, options: EnqueueOptions = {}): Promise<void> {
    // Not through the quiet database: who asks has to know when it was not taken.
    const db = options.inside
      ? inTransaction(options.inside)
      : { executeSql: (text: string, values: unknown[]) => this.#house.pool.query(text, values) }
    const after = options.after ? { startAfter: options.after } : {}
    await this.#boss.send(workQueue(work), data, {
      ...RETRIES,
      singletonKey: options.once ?? newId(),
      ...after,
      db,
    })
    const worker = this.#workers.get(work)
    if (worker && !options.inside && !options.after) this.#boss.notifyWorker(worker)
  }

  async schedule(job: string, cron: string): Promise<void> {
    await this.#boss.schedule(jobQueue(job), cron, {}, { tz: 'UTC', ...RETRIES, retryLimit: 3 })
  }

  async #takeWork(house: House, work: Work): Promise<void> {
    const queue = workQueue(work.name)
    // "short": of those with the same key only one waits; whoever asks without a key gets one of its own.
    await this.#boss.createQueue(queue, { name: queue, policy: 'short' })
    const options = { batchSize: BATCH, pollingIntervalSeconds: this.#polls.work }
    const id = await this.#boss.work<JobData>(queue, options, async (batch) => {
      for (const one of batch) await this.#run(queue, one.id, () => work.run(house, one.data))
    })
    this.#workers.set(work.name, id)
  }

  async #takeJob(house: House, job: Job): Promise<void> {
    const queue = jobQueue(job.name)
    // Never two of the same at a time, however long one takes.
    await this.#boss.createQueue(queue, { name: queue, policy: 'singleton' })
    await this.#boss.work(queue, { batchSize: 1, pollingIntervalSeconds: this.#polls.job }, async ([one]) => {
      if (one) await this.#run(queue, one.id, () => job.run(house))
    })
    await this.schedule(job.name, job.schedule)
  }

  /** A failure keeps its name and code only: the whole error may hold what people wrote. */
  async #run(queue: string, id: string, run: () => Promise<void>): Promise<void> {
    try {
      await run()
    } catch (error) {
      const { name, code } = error as { name?: string; code?: string }
      this.#house.log.error('job_failed', { job: queue, id, name, code })
      await this.#boss.fail(queue, id, { name, code })
    }
  }

  /** Schedules of jobs that this version no longer has. */
  async #forgetOthers(jobs: readonly Job[]): Promise<void> {
    const known = new Set(jobs.map((job) => jobQueue(job.name)))
    for (const { name } of await this.#boss.getSchedules())
      if (!known.has(name)) await this.#boss.unschedule(name)
  }
}
