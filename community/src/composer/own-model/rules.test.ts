import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Choice, checkKey, checkModel, holds, keyFits, machineOf } from './rules.ts'

const given = { address: 'http://127.0.0.1:8080/v1', model: 'small', seconds: '5', on: true }
const refusedAt = (typed: Partial<typeof given>): unknown => {
  try {
    checkModel({ ...given, ...typed })
    return undefined
  } catch (error) {
    return (error as { details: { field: string } }).details.field
  }
}

test.each([
  ['http://127.0.0.1:8080/v1', 'http://127.0.0.1:8080/v1'],
  [' https://Models.example.org/v1/ ', 'https://models.example.org/v1'],
  ['http://box.lan:11434/v1/chat/completions', 'http://box.lan:11434/v1'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
])('%s is kept as %s', (address, kept) => {
  expect(checkModel({ ...given, address }).address).toBe(kept)
})

test.each([
  ['address', { address: '' }],
  ['address', { address: 'localhost:8080' }],
  ['address', { address: 'ftp://models.example.org' }],
  ['address', { address: 'file:///etc/passwd' }],
  ['address', { address: 'https://me:secret@models.example.org/v1' }],
  ['address', { address: 'https://models.example.org/v1?key=secret' }],
  ['address', { address: `https://models.example.org/${'x'.repeat(300)}` }],
  ['model', { model: ' ' }],
  ['model', { model: 'x'.repeat(201) }],
  ['seconds', { seconds: '0' }],
  ['seconds', { seconds: '21' }],
  ['seconds', { seconds: '2.5' }],
  ['seconds', { seconds: '' }],
])('what does not fit is said beside %s', (field, typed) => {
  expect(refusedAt(typed)).toBe(field)
})

test('a key is what a header can hold', () => {
  expect(checkKey(' sk-local-1 ')).toBe('sk-local-1')
  expect(checkKey('')).toBe('')
  for (const wrong of ['two words', 'line\nbreak', 'schlüssel', 'x'.repeat(1_001)])
    expect(() => checkKey(wrong)).toThrow()
})

test('a key goes to no other machine', () => {
  expect(keyFits('https://a.example/v1', 'https://a.example/v2')).toBe(true)
  for (const other of ['https://b.example/v1', 'http://a.example/v1', 'https://a.example:8443/v1'])
    expect(keyFits('https://a.example/v1', other)).toBe(false)
})

test('the machine that reads drafts is named, unless it is this one', () => {
  for (const address of [
    'http://localhost:8080/v1',
    'http://127.0.0.1/v1',
    'http://[::1]:9/v1',
    'http://x.localhost',
  ])
    expect(machineOf({ address })).toBeUndefined()
  expect(machineOf({ address: 'http://192.168.1.7:11434/v1' })).toBe('192.168.1.7:11434')
  expect(machineOf({ address: 'https://localhost.example.org/v1' })).toBe('localhost.example.org')
})

test('a yes is a yes to one address; a no is a no to all', () => {
  const version = fc.nat(9)
  fc.assert(
    fc.property(fc.constantFrom<Choice[]>('yes', 'no'), version, version, (choice, then, now) => {
      const held = holds({ choice, addressVersion: then }, { addressVersion: now })
      expect(held).toBe(choice === 'no' || then === now ? choice : undefined)
    }),
    { numRuns: 50 },
  )
  expect(holds(undefined, { addressVersion: 1 })).toBeUndefined()
})
