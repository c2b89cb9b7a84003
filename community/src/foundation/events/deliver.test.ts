import { afterAll, beforeEach, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../../test/kit/house.ts'
import { createCommunity } from '../communities/community.ts'
import type { Listener } from '../feature.ts'
import { newId } from '../ids/uuid.ts'
import { deliverEvents, MOST_ATTEMPTS, waitAfter } from './deliver.ts'
import { pruneEvents } from './hearings.ts'
import { record } from './outbox.ts'

const houses: TestHouse[] = []
let house: TestHouse
let community: string

async function open(): Promise<TestHouse> {
  const made = await testHouse()
  houses.push(made)
  return made
}

beforeEach(async () => {
  house = await open()
  community = await createCommunity(house.db, {
    name: 'Lantern Street',
    timeZone: 'UTC',
    now: house.clock.now(),
  })
})
afterAll(() => Promise.all(houses.map((one) => one.close())))

async function happen(kind = 'lamp-lit', subjectId = newId()): Promise<string> {
  house.clock.forward(1)
  return house.db
    .transaction()
    .execute((trx) => record(trx, { communityId: community, kind, subjectId }, house.clock.now()))
}

function ears(name: string, fail: (event: string) => boolean = () => false): Listener & { heard: string[] } {
  const heard: string[] = []
  return {
    name,
    kinds: ['lamp-lit'],
    heard,
    async hear(_house, event) {
      if (fail(event.id)) throw new Error('not now')
      heard.push(event.id)
    },
  }
}

test('every listener hears of an event once, in the order things happened', async () => {
  const events = [await happen(), await happen(), await happen()]
  await happen('lamp-cleaned')
  const [one, other] = [ears('one'), ears('other')]
  expect(await deliverEvents(house, [one, other])).toBe(4)
  expect(await deliverEvents(house, [one, other])).toBe(0)
  expect(one.heard).toEqual(events)
  expect(other.heard).toEqual(events)
})

test('two servers at once tell each listener once', async () => {
  const events = []
  for (let index = 0; index < 120; index++) events.push(await happen())
  const one = ears('one')
  await Promise.all([1, 2, 3, 4].map(() => deliverEvents(house, [one])))
  await deliverEvents(house, [one])
  expect(one.heard).toEqual(events)
})

test('an event is lost neither by a crash after the commit nor by one between hearing and noting it', async () => {
  const event = await happen()
  const one = ears('one')
  // The server died after telling "one", before the event was done with.
  await deliverEvents(house, [one])
  await house.db.updateTable('events').set({ handled_at: null }).execute()
  const late = ears('late')
  await deliverEvents(house, [one, late])
  expect(one.heard).toEqual([event])
  expect(late.heard).toEqual([event])
})

test('an event of a transaction that was undone is never told', async () => {
  await expect(
    house.db.transaction().execute(async (trx) => {
      await record(trx, { communityId: community, kind: 'lamp-lit' }, house.clock.now())
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  const one = ears('one')
  expect(await deliverEvents(house, [one])).toBe(0)
})

test('a listener that fails is told again later and stops nobody else', async () => {
  let broken = true
  const [poor, well] = [ears('poor', () => broken), ears('well')]
  const first = await happen()
  await deliverEvents(house, [poor, well])
  const second = await happen()
  await deliverEvents(house, [poor, well])
  expect(well.heard).toEqual([first, second])
  expect(poor.heard).toEqual([])
  broken = false
  await deliverEvents(house, [poor, well])
  expect(poor.heard, 'not before its time').toEqual([])
  house.clock.forward(waitAfter(1))
  await deliverEvents(house, [poor, well])
  expect(poor.heard).toEqual([first, second])
  expect(well.heard).toEqual([first, second])
})

test('waits grow to an hour, and a listener that never hears is given up', async () => {
  expect([1, 2, 3].map(waitAfter)).toEqual([5_000, 10_000, 20_000])
  expect(waitAfter(MOST_ATTEMPTS)).toBe(3_600_000)
  let tries = 0
  const deaf: Listener = {
    name: 'deaf',
    kinds: ['lamp-lit'],
    hear() {
      tries++
      return Promise.reject(new Error('never'))
    },
  }
  await happen()
  for (let round = 0; round < MOST_ATTEMPTS + 5; round++) {
    await deliverEvents(house, [deaf])
    house.clock.forward(3_600_000)
  }
  expect(tries).toBe(MOST_ATTEMPTS)
})

test('after a month what was told is let go of; what waits stays', async () => {
  const told = await happen()
  await deliverEvents(house, [ears('one')])
  const failing = await happen()
  await deliverEvents(house, [ears('one', () => true)])
  house.clock.forward(31 * 86_400_000)
  const fresh = await happen()
  await pruneEvents(house.db, community, new Date(house.clock.now().getTime() - 30 * 86_400_000))
  const left = (await house.db.selectFrom('events').select('id').orderBy('id').execute()).map(({ id }) => id)
  expect(left).toEqual([failing, fresh])
  expect(left).not.toContain(told)
})
