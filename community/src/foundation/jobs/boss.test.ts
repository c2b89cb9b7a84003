import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../../test/kit/house.ts'
import type { Feature } from '../feature.ts'
import type { House } from '../house.ts'
import { BossJobs } from './boss.ts'
import type { JobData } from './jobs.ts'

let house: TestHouse
let open: BossJobs[] = []

beforeAll(async () => {
  house = await testHouse()
})
afterEach(async () => {
  for (const jobs of open) await jobs.stop()
  open = []
})
afterAll(() => house.close())

async function server(features: readonly Feature[]): Promise<BossJobs> {
  const jobs = new BossJobs(house, { work: 1, job: 1 })
  open.push(jobs)
  await jobs.start({ ...house, features, jobs } as House)
  return jobs
}

function counting(name: string, fail: (times: number) => boolean = () => false) {
  const done: JobData[] = []
  let times = 0
  const feature: Feature = {
    name: 'test',
    works: [
      {
        name,
        async run(_house, data) {
          times++
          if (fail(times)) throw Object.assign(new Error('The words of somebody'), { code: 'not_now' })
          done.push(data)
        },
      },
    ],
  }
  return { feature, done }
}

async function until(check: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !check(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 20))
}

test('work that is asked for is done once, soon, though two servers are there', async () => {
  const { feature, done } = counting('greet')
  const [one] = [await server([feature]), await server([feature])]
  const started = Date.now()
  for (let index = 0; index < 10; index++) await one.enqueue('greet', { index: String(index) })
  await until(() => done.length >= 10)
  expect(Date.now() - started).toBeLessThan(2_000)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(done.map((data) => data.index).sort()).toEqual([...'0123456789'])
}, 20_000)

test('of work with the same key one waits; work asked for in a transaction that is undone is not done', async () => {
  const { feature, done } = counting('write')
  const jobs = await server([feature])
  const after = new Date(Date.now() + 1_500)
  await jobs.enqueue('write', { who: 'noor' }, { once: 'noor', after })
  await jobs.enqueue('write', { who: 'noor' }, { once: 'noor', after })
  await jobs.enqueue('write', { who: 'mira' }, { once: 'mira', after })
  const undone = house.db.transaction().execute(async (trx) => {
    await jobs.enqueue('write', { who: 'sol' }, { inside: trx })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await house.db.transaction().execute((trx) => jobs.enqueue('write', { who: 'jun' }, { inside: trx }))
  await until(() => done.length >= 3)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(done.map((data) => data.who).sort()).toEqual(['jun', 'mira', 'noor'])
}, 20_000)

test('work that fails waits for its next try, and keeps the code alone', async () => {
  const { feature, done } = counting('stumble', () => true)
  const jobs = await server([feature])
  await jobs.enqueue('stumble', { id: '1' })
  const rows = async () =>
    (await house.pool.query(`select state, retry_limit, output from pgboss.job where name = 'work-stumble'`))
      .rows
  let row: { state: string; output: unknown } | undefined
  for (let tries = 0; tries < 200; tries++) {
    ;[row] = await rows()
    if (row?.state === 'retry') break
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  expect(row?.state).toBe('retry')
  expect(JSON.stringify(row)).toContain('not_now')
  expect(JSON.stringify(row)).not.toContain('The words of somebody')
  expect(done).toHaveLength(0)
}, 20_000)

test('a job that comes due is done once, though two servers keep its schedule; a job that is gone is forgotten', async () => {
  let runs = 0
  const job = { name: 'count', schedule: '0 0 1 1 *', run: async () => void runs++ }
  const [one] = [await server([{ name: 'test', jobs: [job] }]), await server([{ name: 'test', jobs: [job] }])]
  const schedules = async () =>
    (await house.pool.query('select name from pgboss.schedule')).rows.map((row) => row.name)
  expect(await schedules()).toEqual(['job-count'])
  // As both servers' clocks would: the second within the minute is dropped.
  for (let server = 0; server < 2; server++)
    await house.pool.query(
      `insert into pgboss.job (name, data, policy, singleton_on, singleton_key) select name, '{}', policy, date_trunc('minute', now()), '' from pgboss.queue where name = 'job-count' on conflict do nothing`,
    )
  await until(() => runs > 0)
  expect(runs).toBe(1)
  expect(one).toBeDefined()
  await server([])
  expect(await schedules()).toEqual([])
}, 30_000)
