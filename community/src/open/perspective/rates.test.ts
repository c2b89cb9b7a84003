import { expect, test } from 'vitest'
import { MemoryRates } from './rates.ts'

test('so many a minute for each caller, then the seconds to wait', () => {
  let now = 0
  const rates = new MemoryRates(() => now)
  expect([1, 2, 3].map(() => rates.take('forum', 2))).toEqual([0, 0, 60])
  expect(rates.take('paper', 2)).toBe(0)
  now = 59_500
  expect(rates.take('forum', 2)).toBe(1)
  now = 60_000
  expect(rates.take('forum', 2)).toBe(0)
})

test('a clock that is set back does not lock anybody out', () => {
  let now = 1_000_000
  const rates = new MemoryRates(() => now)
  rates.take('forum', 1)
  now = 0
  expect(rates.take('forum', 1)).toBe(0)
})

test('it does not grow without end', () => {
  const rates = new MemoryRates(() => 0)
  rates.take('first', 1)
  for (let at = 0; at < 100_001; at++) rates.take(`other ${at}`, 1)
  expect(rates.take('first', 1)).toBe(0)
})
