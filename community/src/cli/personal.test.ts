import { expect, test } from 'vitest'
import { personalIn } from './personal.ts'
import { parseOptions } from './read.ts'

test('what is found has a kind and a place, and nothing of the text', () => {
  const text = '🙂 Her number is 07700 900123, Anna Keller was fired.'
  expect(personalIn(text)).toEqual([
    { kind: 'phone', begin: 17, end: 29 },
    { kind: 'name', begin: 31, end: 42 },
  ])
  expect(personalIn('Order 100045678912 arrived.')).toEqual([])
})

test('--personal stands beside the other options and takes no value', () => {
  expect(parseOptions(['--personal', '--reader', 'quick'])).toEqual({ reader: 'quick', personal: true })
  expect(parseOptions(['--reader=quick', '--personal'])).toEqual({ reader: 'quick', personal: true })
  expect(() => parseOptions(['--personal=yes'])).toThrow('There is no option "--personal=yes".')
})
