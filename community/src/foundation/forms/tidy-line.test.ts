import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tidyLine } from './tidy-line.ts'

test('one line, whatever was typed, and nothing that cannot be seen', () => {
  expect(tidyLine(' And\nthe\u2028compost.\u0000 ')).toBe('And the compost.')
  expect(tidyLine('to \u202egnp.exe')).toBe('to gnp.exe')
  expect(tidyLine('Blumen\u00adtopf')).toBe('Blumentopf')
  for (const nothing of ['', ' \n ', '\u200b', '\u200d \u200c']) expect(tidyLine(nothing)).toBe('')
})

test('what words and emoji are made of stays', () => {
  for (const whole of ['خانه\u200cها', '👩\u200d🌾 and me', 'Zoë']) expect(tidyLine(whole)).toBe(whole)
})

test('tidied twice is tidied once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const line = tidyLine(text)
      expect(tidyLine(line)).toBe(line)
      for (const unseen of ['\n', '\r', '\u0000', '\u202e']) expect(line).not.toContain(unseen)
    }),
    { numRuns: 60 },
  )
})
