import { expect, test } from 'vitest'
import { attributes } from '../attributes.ts'
import { features } from './features.ts'
import type { QuickModel } from './model.ts'
import { score } from './score.ts'
import { stretchesOf } from './spans.ts'
import { StoredRows } from './stored-rows.ts'

const text = 'Well, you are a pathetic little liar and the soup was pathetic.'
const insult = attributes.indexOf('insult')

/** A model that knows some words and nothing else. */
function knowing(weights: Record<string, number>): QuickModel {
  // The first feature of a word alone is the word.
  const known = Object.entries(weights)
    .map(([word, weight]) => ({ id: features(word).bag.ids[0]!, weight }))
    .sort((one, other) => one.id - other.id)
  const bits = new Uint32Array(2 ** 15)
  const table = new Int8Array(28 * known.length)
  for (const [index, { id, weight }] of known.entries()) {
    bits[id >> 5]! |= 1 << (id & 31)
    table[index * 28 + insult] = weight
  }
  const linear = {
    mask: 2 ** 20 - 1,
    outputs: 28,
    rows: new StoredRows(bits),
    weights: table,
    scale: new Float64Array(28).fill(1),
    norm: 'sum' as const,
  }
  return {
    name: 'quick',
    version: 'test',
    outputs: [...attributes, 'pause'],
    bias: new Float32Array(28).fill(-2),
    linear,
    network: undefined,
    calibration: [],
    pauseAt: 0.5,
    pauseAtLeast: [],
    spansAt: new Array(28).fill(0.5),
  }
}

function shown(model: QuickModel): [string, number][] {
  const found = features(text)
  return stretchesOf(model, found, score(model, found), insult).map(({ begin, end, score: own }) => [
    text.slice(found.tokens[begin]!.begin, found.tokens[end - 1]!.end),
    Math.round(own * 100) / 100,
  ])
}

test('words that carry it, near ones joined, each scored as if it stood alone', () => {
  expect(shown(knowing({ pathetic: 3, liar: 4 }))).toEqual([['pathetic little liar', 0.99]])
})

test('words far apart are two spans, the heavier first', () => {
  expect(shown(knowing({ soup: 1, liar: 2 }))).toEqual([
    ['liar', 0.5],
    ['soup', 0.27],
  ])
})

test('what weighs little beside the heaviest is left out', () => {
  expect(shown(knowing({ soup: 1, liar: 4 }))).toEqual([['liar', 0.88]])
})

test('where nothing weighs anything there is no span', () => {
  expect(shown(knowing({}))).toEqual([])
  expect(shown(knowing({ liar: -3 }))).toEqual([])
})
