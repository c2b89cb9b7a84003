import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tinyModel } from '../../test/tiny-model.ts'
import { readModelFile, tensorOf, toFloats } from './model-file.ts'

test('tensors come back by name, with their shapes', () => {
  const { header, tensors } = readModelFile(tinyModel({ linearBits: 6, wordBits: 5, dim: 4, filters: 3 }))
  expect(header.outputs.at(-1)).toBe('pause')
  expect(tensorOf(tensors, 'conv3', [3, 12]).values.length).toBe(36)
  expect(() => tensorOf(tensors, 'conv3', [12, 3])).toThrow(/conv3 is \[3,12\]/)
  expect(() => tensorOf(tensors, 'conv9', [1])).toThrow(/conv9 is missing/)
})

test('scales are applied: one for all, or one per row or column', () => {
  const values = Int8Array.of(1, 2, 3, 4)
  const header = { name: 'x', type: 'i8', shape: [2, 2] } as const
  const floats = (scale?: number | number[], axis?: 0 | 1) => [
    ...toFloats({
      header: { ...header, shape: [2, 2], ...(scale ? { scale } : {}), ...(axis ? { axis } : {}) },
      values,
    }),
  ]
  expect(floats()).toEqual([1, 2, 3, 4])
  expect(floats(0.5)).toEqual([0.5, 1, 1.5, 2])
  expect(floats([1, 10])).toEqual([1, 2, 30, 40])
  expect(floats([1, 10], 1)).toEqual([1, 20, 3, 40])
})

test('rows left out are found to be left out', () => {
  const whole = readModelFile(tinyModel({ linearBits: 6 })).tensors.get('linear')!
  const sparse = readModelFile(tinyModel({ linearBits: 6, sparse: true })).tensors.get('linear')!
  const outputs = whole.header.shape[1]!
  for (let row = 0; row < 64; row++) {
    const stored = sparse.rows!.at(row)
    const own = whole.values.slice(row * outputs, (row + 1) * outputs)
    if (stored < 0) expect(own.every((value) => value === 0)).toBe(true)
    else expect([...sparse.values.slice(stored * outputs, (stored + 1) * outputs)]).toEqual([...own])
  }
})

test.each([
  ['nothing', new Uint8Array(0)],
  ['text', new TextEncoder().encode('this is not a model at all')],
  ['a header of another format', Uint8Array.from([2, 0, 0, 0, 0x7b, 0x7d, 0x20, 0x20])],
])('%s is refused with a code and a sentence', (_, bytes) => {
  expect(() => readModelFile(bytes)).toThrow(expect.objectContaining({ code: 'model_unreadable' }))
})

test('a file cut short anywhere is refused, never read past its end', () => {
  const whole = tinyModel({ linearBits: 4, wordBits: 4, dim: 2, filters: 2 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
      expect(() => readModelFile(whole.subarray(0, length))).toThrow(
        expect.objectContaining({ code: 'model_unreadable' }),
      )
    }),
  )
})

test('bytes in the middle of a larger buffer are read just the same', () => {
  const whole = tinyModel({ linearBits: 4, wordBits: 4, dim: 2, filters: 2 })
  const larger = new Uint8Array(whole.length + 7)
  larger.set(whole, 3)
  // A Buffer is what Node.js gives for a file; it is no ordinary array of bytes.
  for (const part of [
    larger.subarray(3, 3 + whole.length),
    Buffer.from(larger).subarray(3, 3 + whole.length),
  ]) {
    const { tensors } = readModelFile(part)
    for (const [name, { values }] of readModelFile(whole).tensors)
      expect([...tensors.get(name)!.values], name).toEqual([...values])
  }
})
