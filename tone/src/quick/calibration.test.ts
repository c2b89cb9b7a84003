import { expect, test } from 'vitest'
import { calibrate } from './calibration.ts'

test('a line on the logit', () => {
  expect(calibrate(undefined, 0)).toBe(0.5)
  expect(calibrate({ a: 2, b: -2 }, 1)).toBe(0.5)
  expect(calibrate({ a: 1, b: 0 }, 2)).toBeCloseTo(0.8808, 4)
})

test('a table, straight between its points and flat beyond', () => {
  const table = { x: [-1, 0, 2], y: [0.1, 0.2, 0.8] }
  expect([-5, -1, -0.5, 0, 1, 2, 9].map((at) => Math.round(calibrate(table, at) * 1e9) / 1e9)).toEqual([
    0.1, 0.1, 0.15, 0.2, 0.5, 0.8, 0.8,
  ])
  expect(calibrate({ x: [1], y: [0.3] }, 4)).toBe(0.3)
})
