import { expect, test } from 'vitest'
import { valenceOf } from './emoji.ts'

test.each([
  ['❤', 'warm'],
  ['🎉', 'warm'],
  ['😂', 'laughing'],
  ['😢', 'sad'],
  ['🙄', 'hostile'],
  ['🖕', 'hostile'],
  ['🚲', 'plain'],
  [':)', 'warm'],
  [';-)', 'warm'],
  ['<3', 'warm'],
  ['</3', 'sad'],
  [':(', 'sad'],
  ['>:(', 'hostile'],
  [':/', 'plain'],
])('%s is %s', (face, valence) => {
  expect(valenceOf(face)).toBe(valence)
})
