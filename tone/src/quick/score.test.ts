import { expect, test } from 'vitest'
import { tinyModel } from '../../test/tiny-model.ts'
import { features } from './features.ts'
import { makeQuickModel } from './model.ts'
import { readModelFile, toFloats } from './model-file.ts'
import { score } from './score.ts'
import { weightsOf } from './spans.ts'

const texts = [
  'You clearly never read anything.',
  'ok',
  'Thanks, that helped me a lot! 🙂 Could you send the link again?',
  'He called me "a fool" and I am not.',
]

/** The arithmetic once more, as plainly as it can be written, from the file alone. */
function plainLogits(file: Uint8Array, text: string): number[] {
  const { header, tensors } = readModelFile(file)
  const { words, marks, bag } = features(text)
  const floats = (name: string) => toFloats(tensors.get(name)!)
  const outputs = header.outputs.length
  const logits = [...floats('bias')]
  const { linear, words: network } = header.parts
  if (linear) {
    const table = floats('linear')
    const factor = linear.norm === 'sqrt' ? 1 / Math.sqrt(bag.length) : 1
    for (const id of bag.ids.subarray(0, bag.length))
      for (let output = 0; output < outputs; output++)
        logits[output]! += table[(id & (2 ** linear.bits - 1)) * outputs + output]! * factor
  }
  if (network) {
    const [table, markRows] = [floats('words'), floats('marks')]
    const embedded = Array.from(words, (id, token) =>
      Array.from({ length: network.dim }, (_, at) => {
        let value = table[(id & (2 ** network.bits - 1)) * network.dim + at]!
        for (let bit = 0; bit < 16; bit++)
          if (marks[token]! & (1 << bit)) value += markRows[bit * network.dim + at]!
        return value
      }),
    )
    const pooled: number[] = []
    for (const width of network.widths) {
      const size = width * network.dim
      const [weights, bias] = [floats(`conv${width}`), floats(`conv${width}.bias`)]
      const values = Array.from({ length: network.filters }, (_, filter) =>
        Array.from({ length: Math.max(1, words.length - width + 1) }, (_, position) => {
          let value = bias[filter]!
          for (let at = 0; at < size; at++)
            value +=
              (embedded[position + Math.floor(at / network.dim)]?.[at % network.dim] ?? 0) *
              weights[filter * size + at]!
          return Math.max(0, value)
        }),
      )
      pooled.push(...values.map((own) => Math.max(...own)))
      if (network.pool.includes('mean'))
        pooled.push(...values.map((own) => own.reduce((sum, value) => sum + value, 0) / own.length))
    }
    const out = floats('words.out')
    for (let output = 0; output < outputs; output++)
      for (const [at, value] of pooled.entries()) logits[output]! += out[output * pooled.length + at]! * value
  }
  return logits
}

test.each([
  ['both parts', {}],
  ['hashed features alone, summed', { parts: ['linear'], norm: 'sum' }],
  ['hashed features alone, rows left out', { parts: ['linear'], sparse: true, density: 0.1 }],
  ['words alone, greatest values', { parts: ['words'], pool: ['max'] }],
  ['a number of filters that is no multiple of four', { filters: 5, dim: 7 }],
] as const)('%s: the logits are those of the plain arithmetic', (_, options) => {
  const file = tinyModel({
    ...options,
    parts: options.parts ? [...options.parts] : undefined,
    pool: options.pool ? [...options.pool] : undefined,
  })
  const model = makeQuickModel(file)
  const dense = 'sparse' in options ? tinyModel({ parts: ['linear'], density: 0.1 }) : file
  for (const text of texts) {
    const { logits } = score(model, features(text))
    const plain = plainLogits(dense, text)
    for (const [output, logit] of plain.entries()) expect(logits[output]).toBeCloseTo(logit, 5)
  }
})

test('nothing scores by the bias alone', () => {
  const model = makeQuickModel(tinyModel())
  expect([...score(model, features('')).logits]).toEqual([...model.bias])
})

test('one message leaves no trace in the next', () => {
  const model = makeQuickModel(tinyModel())
  const alone = score(model, features(texts[0]!)).logits
  score(model, features(texts[2]!.repeat(20)))
  expect([...score(model, features(texts[0]!)).logits]).toEqual([...alone])
})

test('what the tokens weigh, what belongs to none and the bias add up to the logit', () => {
  const model = makeQuickModel(tinyModel({ pool: ['max'] }))
  // Without features of the message as a whole, what belongs to no token is the bias.
  for (const text of texts) {
    const found = features(text)
    const scored = score(model, found)
    const { bag } = found
    for (const output of [0, 5, 27]) {
      const { linear } = model
      let whole = model.bias[output]!
      for (let at = 0; at < bag.length; at++) {
        const row = linear!.rows.at(bag.ids[at]! & linear!.mask)
        if (row >= 0 && bag.begins[at] === bag.ends[at])
          whole += (linear!.weights[row * 28 + output]! * linear!.scale[output]!) / Math.sqrt(bag.length)
      }
      const sum = weightsOf(model, found, scored, output).reduce((total, weight) => total + weight, whole)
      expect(sum).toBeCloseTo(scored.logits[output]!, 9)
    }
  }
})
