import { expect, test } from 'vitest'
import { oneOf, readers } from './options.ts'

test('one of several is what it says, or a sentence that names them all', () => {
  expect(oneOf('reader', 'careful', readers)).toBe('careful')
  expect(() => oneOf('reader', 'best', readers)).toThrow('--reader is quick, careful or auto.')
  expect(() => oneOf('colour', 'red', ['blue', 'green'])).toThrow(
    expect.objectContaining({ code: 'unknown_colour', message: '--colour is blue or green.' }),
  )
})
