import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Beyond, NAMES_SHOWN, wentOn } from './rules.ts'

const somebody = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const told = fc.record({ tellerId: somebody, memberId: somebody })
const to = (tellerId: string, ...members: string[]): Beyond[] =>
  members.map((memberId) => ({ tellerId, memberId }))

test('SHINE-7 it went on from three people up, through more than one of those who told me', () => {
  expect(wentOn(2, [])).toBe(false)
  expect(wentOn(2, [...to('a', 'x'), ...to('b', 'y')])).toBe(false)
  expect(wentOn(2, [...to('a', 'x', 'y'), ...to('b', 'x')])).toBe(false)
  expect(wentOn(2, [...to('a', 'x', 'y'), ...to('b', 'z')])).toBe(true)
})

test('SHINE-7 those whom the picture does not hold are part of it, from three up', () => {
  expect(wentOn(NAMES_SHOWN + 2, [])).toBe(false)
  expect(wentOn(NAMES_SHOWN + 3, [])).toBe(true)
})

test('SHINE-7 however much one of them was told, it alone says nothing', () => {
  fc.assert(
    fc.property(fc.array(somebody, { maxLength: 50 }), (members) => !wentOn(1, to('a', ...members))),
    { numRuns: 50 },
  )
})

test('SHINE-7 more of what was told never takes back that it went on', () => {
  fc.assert(
    fc.property(fc.array(told), told, (some, one) => !wentOn(2, some) || wentOn(2, [...some, one])),
    { numRuns: 100 },
  )
})
