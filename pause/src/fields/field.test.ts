import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editBetween } from './field.ts'

test('the smallest edit', () => {
  expect(editBetween('you never read it', 'you rarely read it')).toEqual({ begin: 4, end: 9, text: 'rarely' })
  expect(editBetween('same', 'same')).toEqual({ begin: 4, end: 4, text: '' })
  expect(editBetween('aa', 'aaa')).toEqual({ begin: 2, end: 2, text: 'a' })
})

test('leads from any text to any other and cuts no character', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁', '\n'), maxLength: 12 })
  fc.assert(
    fc.property(text, text, (from, to) => {
      const { begin, end, text: typed } = editBetween(from, to)
      expect(from.slice(0, begin) + typed + from.slice(end)).toBe(to)
      expect(typed.isWellFormed() && from.slice(begin, end).isWellFormed()).toBe(true)
    }),
  )
})
