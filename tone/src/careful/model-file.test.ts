import { expect, test } from 'vitest'
import { assembleCareful, carefulModel, carefulParts } from '../../test/careful-model.ts'
import { tinyModel } from '../../test/tiny-model.ts'
import { makeQuickModel } from '../quick/model.ts'
import { makeCarefulModel } from './model.ts'
import { type CarefulHeader, readCarefulFile } from './model-file.ts'

const quick = makeQuickModel(tinyModel())
const { header, parts } = carefulParts()
const withHeader = (changes: object): Uint8Array => assembleCareful({ ...header, ...changes }, parts)
const withTensor = (name: string, changes: object): Uint8Array =>
  withHeader({ tensors: header.tensors.map((one) => (one.name === name ? { ...one, ...changes } : one)) })

test('a model file is taken apart, at whatever address its bytes lie', () => {
  const bytes = carefulModel()
  const moved = new Uint8Array(bytes.length + 3)
  moved.set(bytes, 3)
  for (const file of [readCarefulFile(bytes), readCarefulFile(moved.subarray(3))]) {
    expect(file.header).toEqual(header)
    expect(file.floats('embedding.gain', [64])).toHaveLength(64)
    expect(file.bytes('0.up.weight', [64, 64])).toHaveLength(64 * 64)
  }
  const { name, version, pauseAt } = makeCarefulModel(bytes, quick)
  expect([name, version, pauseAt]).toEqual(['careful', 'fixture', 0.5])
})

const endless = { careful: null, quick: 0, b: 0 }
const { combine } = header
test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(0), 'begin with KCR1'],
  ['another kind', tinyModel(), 'begin with KCR1'],
  ['half of a file', carefulModel().subarray(0, 40_000), 'lies outside'],
  ['half of a header', carefulModel().subarray(0, 100), 'ends too soon'],
  ['no JSON', new Uint8Array([0x4b, 0x43, 0x52, 0x31, 1, 0, 0, 0, 0x7b]), 'not JSON'],
  ['null', new Uint8Array([0x4b, 0x43, 0x52, 0x31, 4, 0, 0, 0, 0x6e, 0x75, 0x6c, 0x6c]), 'not an object'],
  ['other heads', withHeader({ head: 64 }), 'heads'],
  ['a width that is none', withHeader({ hidden: 65 }), 'heads'],
  ['no layers', withHeader({ layers: [] }), 'no layers'],
  ['a row too wide', withHeader({ layers: [{ inner: 4_096 }, { inner: 32 }] }), 'inner width'],
  ['positions beyond count', withHeader({ positions: 1e9 }), 'no positions'],
  ['no vocabulary', withHeader({ pieces: 'the' }), 'no vocabulary'],
  ['other attributes', withHeader({ outputs: ['rudeness'] }), 'other attributes'],
  ['a combination missing', withHeader({ combine: {} }), 'combine toxicity'],
  ['a combination that is none', withHeader({ combine: { ...combine, insult: endless } }), 'combine insult'],
  ['a threshold that is none', withHeader({ pauseAt: null }), 'threshold'],
  ['a reason for a pause that is none', withHeader({ pauseAtLeast: ['rudeness'] }), 'reason for a pause'],
  ['reasons that are no list', withHeader({ pauseAtLeast: 'threat' as never }), 'reason for a pause'],
  ['a question that is none', withHeader({ ask: { from: 'a' } }), 'threshold'],
  ['no tensors', withHeader({ tensors: undefined }), 'no tensors'],
  ['a tensor missing', withTensor('1.down.weight', { name: 'gone' }), '1.down.weight is missing'],
  ['a tensor of another type', withTensor('look.weight', { type: 'f32' }), 'look.weight is f32'],
  ['a tensor of another shape', withTensor('0.up.bias', { shape: [3] }), '0.up.bias is f32 [3]'],
  ['a tensor far out', withTensor('0.up.bias', { at: 1e12 }), '0.up.bias lies outside'],
  ['a tensor before the beginning', withTensor('0.up.bias', { at: -16 }), '0.up.bias lies outside'],
  ['a crooked address', withTensor('0.up.bias', { at: 8 }), '0.up.bias lies outside'],
  ['an address that is none', withTensor('0.up.bias', { at: undefined }), '0.up.bias lies outside'],
])('%s is refused with a reason', (_, bytes, why) => {
  expect(() => makeCarefulModel(bytes, quick)).toThrow(
    expect.objectContaining({ code: 'model_unreadable', message: expect.stringContaining(why) }),
  )
})

test('weights that are not numbers are refused', () => {
  const bytes = carefulModel()
  const at = (8 + new DataView(bytes.buffer).getUint32(4, true) + 15) & ~15
  const gain = header.tensors.find(({ name }) => name === 'embedding.gain')!
  new DataView(bytes.buffer).setFloat32(at + gain.at, Number.NaN, true)
  expect(() => makeCarefulModel(bytes, quick)).toThrow('embedding.gain is not all numbers')
})

test('a vocabulary without what is always needed is refused', () => {
  const pieces = header.pieces.map((piece) => (piece === '[SEP]' ? '[SEPARATOR]' : piece))
  expect(() => makeCarefulModel(withHeader({ pieces }), quick)).toThrow(
    expect.objectContaining({ code: 'model_unreadable', message: expect.stringContaining('[SEP]') }),
  )
})

test('a careful model goes with one quick model and no other', () => {
  const other: Partial<CarefulHeader> = { quick: 'yesterday' }
  expect(() => makeCarefulModel(withHeader(other), quick)).toThrow(
    expect.objectContaining({ code: 'models_differ', message: expect.stringContaining('yesterday') }),
  )
})
