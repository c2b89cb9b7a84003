import { expect, test } from 'vitest'
import { seeded } from '../../test/tiny-model.ts'
import { Projection, RecentProjections } from './projection.ts'

const random = seeded(3)
const numbers = (size: number): Float32Array => Float32Array.from({ length: size }, () => random() - 0.5)

test.each([4, 7, 9])('%i rows: each number is the product of a row and the vector', (rows) => {
  const dim = 5
  const [weights, vector, into] = [numbers(rows * dim), numbers(dim), new Float32Array(rows)]
  new Projection(weights, dim).project(vector, into)
  for (let row = 0; row < rows; row++) {
    const plain = vector.reduce((sum, value, at) => sum + value * weights[row * dim + at]!, 0)
    expect(into[row]).toBeCloseTo(plain, 6)
  }
})

test('what gave way and comes back is what it was', () => {
  const [dim, words] = [3, 20]
  const table = numbers(words * dim)
  let filled = 0
  const recent = new RecentProjections(new Projection(numbers(4 * dim), dim), dim, 2, (word, vector) => {
    filled++
    vector.set(table.subarray(word * dim, (word + 1) * dim))
  })
  const first = Array.from({ length: words }, (_, word) => [...recent.get(word)])
  expect(filled).toBe(words)
  recent.get(words - 1)
  expect(filled).toBe(words)
  for (let word = 0; word < words; word++) expect([...recent.get(word)]).toEqual(first[word])
  expect(filled).toBeGreaterThan(words)
})
