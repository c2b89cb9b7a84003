import { expect, test } from 'vitest'
import { tinyModel } from '../../test/tiny-model.ts'
import { features } from './features.ts'
import { addLinear, type Linear, linearOf, spreadLinear } from './linear.ts'
import { makeQuickModel } from './model.ts'

const { tokens, bag } = features('You said that the plan is late, and then you left the room?')
const linear = (sparse: boolean): Linear => makeQuickModel(tinyModel({ sparse, density: 0.3 })).linear!

function logitsOf(one: Linear): Float64Array {
  const logits = new Float64Array(28)
  addLinear(one, bag, new Int32Array(28), logits)
  return logits
}

test('a table with all its rows and one with those that hold anything say the same', () => {
  expect([...logitsOf(linear(true))]).toEqual([...logitsOf(linear(false))])
})

test('one output alone is what it is among all', () => {
  const one = linear(true)
  const logits = logitsOf(one)
  for (let output = 0; output < 28; output++)
    expect(linearOf(one, bag, output)).toBeCloseTo(logits[output]!, 9)
})

test('what is spread over tokens is never more than there is', () => {
  const one = linear(true)
  const weights = new Float64Array(tokens.length)
  spreadLinear(one, bag, 3, weights)
  let whole = 0
  for (let at = 0; at < bag.length; at++) {
    const row = one.rows.at(bag.ids[at]! & one.mask)
    if (row >= 0 && bag.begins[at] === bag.ends[at]) whole += one.weights[row * 28 + 3]! * one.scale[3]!
  }
  const sum = weights.reduce((total, weight) => total + weight, whole / Math.sqrt(bag.length))
  expect(sum).toBeCloseTo(linearOf(one, bag, 3), 9)
})

test('an empty message adds nothing', () => {
  const empty = features('').bag
  expect(linearOf(linear(true), empty, 0)).toBe(0)
})
