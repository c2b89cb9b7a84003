import { expect, test } from 'vitest'
import { patternFor } from './needs.ts'
import { see } from './seen.ts'
import { pattern } from './words.ts'

/** Sources of every kind that rules are written in, and some that none is yet. */
const sources = [
  'you never (?:ever )?listen',
  'you (?:always|never) (\\w+)',
  '(?:is|are)n.t (?:you|he) {bad}',
  '{youre} {deg}{name}',
  'colou?r(?:s|ed)?',
  '(?<!not )stupid(?! cat)',
  'a(?<what>b+)c',
  '\\p{L}+ing',
  '\\P{Lu}x{2,3}',
  '[ab]c|de?f',
  '\\u0061bc',
  'no{1,}pe',
  'wo*rd',
]
const texts = [
  'You never listen, you moron.',
  'you always forget; you never ever listen',
  "isn't he useless",
  "You're an absolute idiot.",
  'the color, the colours, coloured',
  'stupid plan, not stupid, stupid cat',
  'abbbc abc bc df def nope nooope wrd woord',
  'running, axx, AXXX',
  '',
]

test('a pattern that stands in a text is never kept from it', () => {
  let found = 0
  for (const source of sources)
    for (const text of texts) {
      const seen = see(text)
      if (!pattern(source, 'u').test(seen.plain)) continue
      found++
      expect(patternFor(source, 'u')(seen), `${source} in ${text}`).toBeDefined()
    }
  expect(found).toBeGreaterThan(sources.length)
})

test('what a text has no word of is not even made ready', () => {
  expect(patternFor('you never (?:ever )?listen')(see('The beans are up.'))).toBeUndefined()
  expect(patternFor('{youre} {deg}{name}')(see('The beans are up.'))).toBeUndefined()
})
