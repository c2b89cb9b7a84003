import { expect, test } from 'vitest'
import { CODE, markRepeated, QUOTED, zonesOf } from './zones.ts'

/** The text with everything outside a zone as dots. */
function shown(text: string, bit: number): string {
  const zones = zonesOf(text)
  return [...text].map((sign, at) => (zones && zones[at]! & bit ? sign : '.')).join('')
}

test.each([
  ['he said "you fool" to me', '........"you fool"......'],
  ['“no” and „nein“ and «non»', '“no”.....„nein“.....«non»'],
  ["they say 'go away' a lot", ".........'go away'......"],
  ["don't, it's the dogs' bowl", '..........................'],
  ['it is 5" wide and 6" high', '.........................'],
  ['an "open mark\n\nand no "close', '............................'],
  ['"all of it is quoted"', '.....................'],
  ['> her words\nmy words', '> her words.........'],
  ['>:( no quote', '............'],
  ['[quote=sam]x[/quote] y', '[quote=sam]x[/quote]..'],
])('quoted in %j', (text, zones) => {
  expect(shown(text, QUOTED)).toBe(zones)
})

test.each([
  ['run `rm x` now', '....`rm x`....'],
  ['```\ncode\n``` text', '```\ncode\n```.....'],
  ['```never closed', '```never closed'],
  ['one ` alone', '...........'],
  ['<code>x</code> y', '<code>x</code>..'],
])('code in %j', (text, zones) => {
  expect(shown(text, CODE)).toBe(zones)
})

test('plain text has no zones at all', () => {
  expect(zonesOf('nothing here.')).toBeUndefined()
})

test('a quotation mark in code opens nothing', () => {
  expect(shown('`say "` and then "', QUOTED)).toBe('..................')
})

test('what somebody else said and stands here again is quoted', () => {
  const text = 'you wrote you never read anything. why?'
  const zones = markRepeated(text, undefined, ['you never read anything.'])
  expect([...text].map((sign, at) => (zones![at] ? sign : '.')).join('')).toBe(
    '..........you never read anything......',
  )
  expect(markRepeated(text, undefined, ['why?'])).toBeUndefined()
})

test('a page of opening marks is looked through once, not once for each', () => {
  const begin = performance.now()
  zonesOf('"a '.repeat(200_000))
  expect(performance.now() - begin).toBeLessThan(3_000)
})
