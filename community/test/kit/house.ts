import type { Feature, House, JobData, Jobs, Letter, Mail } from '../../src/foundation/index.ts'
import { freshDatabase } from './database.ts'

/** A clock that stands until it is moved. */
export class TestClock {
  #now: number
  constructor(start = Date.UTC(2030, 5, 4, 10)) {
    this.#now = start
  }
  now(): Date {
    return new Date(this.#now)
  }
  forward(milliseconds: number): void {
    this.#now += milliseconds
  }
}

/** Keeps letters instead of sending them. */
export class TestMail implements Mail {
  readonly works = true
  readonly letters: Letter[] = []
  async send(letter: Letter): Promise<void> {
    this.letters.push(letter)
  }
  async sendNow(letter: Letter): Promise<void> {
    this.letters.push(letter)
  }
  async retry(): Promise<number> {
    return 0
  }
  async close(): Promise<void> {}
}

/** Notes what is asked for, and does it when told to. */
export class TestJobs implements Jobs {
  readonly waiting: { work: string; data: JobData; after: Date | undefined; once: string | undefined }[] = []
  async enqueue(work: string, data: JobData, options: { after?: Date; once?: string } = {}): Promise<void> {
    if (options.once && this.waiting.some((one) => one.work === work && one.once === options.once)) return
    this.waiting.push({ work, data, after: options.after, once: options.once })
  }
  /** Does everything that is due by the house's clock, and what that asks for. */
  async runDue(house: House): Promise<void> {
    const works = house.features.flatMap((feature) => feature.works ?? [])
    for (;;) {
      const index = this.waiting.findIndex((one) => !one.after || one.after <= house.clock.now())
      if (index < 0) return
      const [one] = this.waiting.splice(index, 1)
      await works.find((work) => work.name === one!.work)!.run(house, one!.data)
    }
  }
  async schedule(): Promise<void> {}
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
}

export interface TestHouse extends House {
  clock: TestClock
  mail: TestMail
  jobs: TestJobs
  url: string
  /** Closes connections and drops the database. */
  close(): Promise<void>
}

export interface TestHouseOptions {
  features?: readonly Feature[]
  parts?: Partial<House>
}

/** A whole house on a database of its own; nothing runs by itself, and no letter leaves. */
export async function testHouse(options: TestHouseOptions = {}): Promise<TestHouse> {
  const { connect } = await import('../../src/foundation/index.ts')
  const { makeConfig } = await import('../../src/config/index.ts')
  const { makeHouse } = await import('../../src/house.ts')
  const { features } = await import('../../src/features.ts')
  const fresh = await freshDatabase()
  const database = connect(fresh.url, { max: 6 })
  const config = makeConfig({
    KINDLING_LOG: 'quiet',
    KINDLING_SECRET: 'a secret for tests, which is long enough',
  })
  const parts = {
    clock: new TestClock(),
    mail: new TestMail(),
    jobs: new TestJobs(),
    log: { info() {}, error() {} },
  }
  const house = makeHouse(config, database, options.features ?? features, { ...parts, ...options.parts })
  house.communities.forget()
  return Object.assign(house as TestHouse, {
    url: fresh.url,
    async close() {
      await database.close()
      await fresh.drop()
    },
  })
}
