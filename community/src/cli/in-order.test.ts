import { expect, test } from 'vitest'
import { inOrder } from './in-order.ts'

const later = (value: number, after: number): Promise<number> =>
  new Promise((resolve) => setTimeout(() => resolve(value), after))

test('what is done first waits for what stands first', async () => {
  const found: number[] = []
  const tasks = [30, 1, 20, 0].map((after, at) => () => later(at, after))
  for await (const one of inOrder(tasks)) found.push(one)
  expect(found).toEqual([0, 1, 2, 3])
})

test('no more is begun at once than asked for', async () => {
  let [running, most] = [0, 0]
  const tasks = Array.from({ length: 20 }, () => async () => {
    most = Math.max(most, ++running)
    await later(0, 1)
    running--
  })
  for await (const _ of inOrder(tasks, 4));
  expect(most).toBe(4)
})

test('a failure comes in its turn', async () => {
  const tasks = [() => later(1, 5), () => Promise.reject(new Error('no')), () => later(3, 0)]
  const found: number[] = []
  await expect(
    (async () => {
      for await (const one of inOrder(tasks)) found.push(one)
    })(),
  ).rejects.toThrow('no')
  expect(found).toEqual([1])
})
