import { expect, test } from 'vitest'
import { dice } from './random.ts'

const rolls = (seed: number, below: number, count: number): number[] => {
  const roll = dice(seed)
  return Array.from({ length: count }, () => roll(below))
}

test('the same seed rolls the same numbers, another seed others', () => {
  expect(rolls(7, 1000, 50)).toEqual(rolls(7, 1000, 50))
  expect(rolls(7, 1000, 50)).not.toEqual(rolls(8, 1000, 50))
})

test('every number comes about as often as every other', () => {
  const counts = new Array<number>(6).fill(0)
  for (const number of rolls(1, 6, 60_000)) counts[number]!++
  // Five degrees of freedom: chi-squared is above 20.5 once in a thousand seeds.
  expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(20.5)
})
