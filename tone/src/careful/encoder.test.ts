import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carefulModel } from '../../test/careful-model.ts'
import { exactGelu, Reference } from '../../test/careful-reference.ts'
import { seeded } from '../../test/tiny-model.ts'
import { Encoder } from './encoder.ts'
import { weigh } from './head.ts'
import { makeKernel } from './kernel.ts'
import { readCarefulFile } from './model-file.ts'
import { Room } from './room.ts'

const logitsOf = (encoder: Encoder, bias: Float32Array, ids: Uint16Array): Float64Array =>
  weigh(encoder.run(ids), bias).logits

function idsOf(random: () => number, count: number, vocabulary: number): Uint16Array {
  return Uint16Array.from({ length: count }, () => Math.floor(random() * vocabulary))
}

/** The greatest difference between the kernel and the same in double precision. */
function furthest(model: Uint8Array, counts: number[]): number {
  const file = readCarefulFile(model)
  const [encoder, reference] = [new Encoder(file), new Reference(file)]
  const bias = file.floats('say.bias', [file.header.outputs.length])
  const random = seeded(7)
  let most = 0
  for (const count of counts) {
    const ids = idsOf(random, count, file.header.pieces.length)
    const found = logitsOf(encoder, bias, ids)
    for (const [output, logit] of reference.logits(ids).entries())
      most = Math.max(most, Math.abs(logit - found[output]!))
  }
  return most
}

// What rounding to whole numbers costs: measured .0009 and .0020, where logits of these models are about 1 apart.
test('a small model gives what double precision gives, at every length', () => {
  const counts = Array.from({ length: 31 }, (_, at) => at + 2)
  expect(furthest(carefulModel(), counts)).toBeLessThan(0.003)
})

test('a model of full size gives what double precision gives', () => {
  const model = carefulModel({ heads: 12, layers: [1536, 768, 768], positions: 128, pieces: 500 })
  expect(furthest(model, [3, 64, 128])).toBeLessThan(0.005)
})

test('a window reads the same whatever was read before it', () => {
  const file = readCarefulFile(carefulModel())
  const encoder = new Encoder(file)
  const random = seeded(3)
  const vocabulary = file.header.pieces.length
  const ids = idsOf(random, 9, vocabulary)
  const alone = encoder.run(ids)
  encoder.run(idsOf(random, 32, vocabulary))
  expect(encoder.run(ids)).toEqual(alone)
})

test('what the pieces add and the bias are the logit', () => {
  const file = readCarefulFile(carefulModel())
  const outputs = file.header.outputs.length
  const bias = file.floats('say.bias', [outputs])
  const { logits, added } = weigh(new Encoder(file).run(Uint16Array.of(2, 40, 41, 3)), bias)
  for (let output = 0; output < outputs; output++) {
    let sum = bias[output]!
    for (let at = output; at < added.length; at += outputs) sum += added[at]!
    expect(sum).toBeCloseTo(logits[output]!, 12)
  }
})

test('the kernel knows GELU within 3e-5, far out as well', () => {
  const room = new Room()
  const kernel = makeKernel(room.memory)
  const values = Float32Array.from({ length: 8_000 }, (_, at) => (at - 4_000) / 400)
  const at = room.keep(values)
  kernel.gelu(at, values.length)
  const found = room.floats(at, values.length)
  let most = 0
  for (const [index, x] of values.entries()) most = Math.max(most, Math.abs(found[index]! - exactGelu(x)))
  expect(most).toBeLessThan(3e-5)
})

test('a product of whole numbers is exact, up to the longest row and the largest numbers', () => {
  const room = new Room()
  const kernel = makeKernel(room.memory)
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 512 }),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(),
      (quads, rows, seed) => {
        const random = seeded(seed)
        const width = quads * 4
        const weights = Int8Array.from({ length: 8 * width }, () =>
          random() < 0.5 ? 127 : Math.round(random() * 254 - 127),
        )
        // The largest of each row is 8191: a scale of 1.
        const values = Float32Array.from({ length: 12 * width }, (_, at) =>
          at % width === 0 || random() < 0.5 ? 8191 : Math.round((random() - 0.5) * 16_382),
        )
        room.borrow(8 * width * 2 + 12 * width * 6 + 12 * 8 * 4 + 500, (start) => {
          const [packed, whole] = [start, start + 8 * width]
          const from = whole + 12 * width * 2
          const scales = from + 12 * width * 4
          const [ones, bias, out] = [scales + 48, scales + 80, scales + 112]
          room.bytes(out, 8 * width).set(weights)
          kernel.pack(out, 8, width, packed)
          room.floats(from, values.length).set(values)
          room.floats(ones, 8).fill(1)
          room.floats(bias, 8).fill(0)
          kernel.quantise(from, rows, width, whole, scales)
          kernel.multiply(whole, scales, packed, ones, bias, rows, width, 8, out)
          const found = room.floats(out, rows * 8)
          for (let row = 0; row < rows; row++)
            for (let column = 0; column < 8; column++) {
              let sum = 0
              for (let at = 0; at < width; at++)
                sum += values[row * width + at]! * weights[column * width + at]!
              expect(found[row * 8 + column]).toBe(Math.fround(sum))
            }
        })
      },
    ),
    { numRuns: 25 },
  )
})
