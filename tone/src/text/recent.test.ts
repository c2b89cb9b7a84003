import { expect, test } from 'vitest'
import { Recent } from './recent.ts'

test('works a thing out once, and again when it was long not asked for', () => {
  const made: string[] = []
  const recent = new Recent<number>(2, (key) => made.push(key))
  for (const key of ['a', 'b', 'a', 'c', 'a']) recent.get(key)
  expect(made).toEqual(['a', 'b', 'c'])
  for (const key of ['d', 'e', 'f', 'g', 'a']) recent.get(key)
  expect(made.at(-1)).toBe('a')
})
