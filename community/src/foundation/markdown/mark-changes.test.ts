import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markChanges } from './mark-changes.ts'
import { renderMarkdown } from './render.ts'

const came = (now: string, before: string) =>
  markChanges(renderMarkdown(now), renderMarkdown(before), 'ins').trim()

test('words that came are marked, whole runs at once, and marks of the text stay', () => {
  expect(came('Sow in **late June** please.', 'Sow in May please.')).toBe(
    '<p>Sow in <strong><ins>late June</ins></strong> please.</p>',
  )
  expect(came('One two three', 'One')).toBe('<p>One <ins>two three</ins></p>')
  expect(came('a & b', 'a b')).toBe('<p>a <ins>&amp;</ins> b</p>')
  expect(came('Same', 'Same')).toBe('<p>Same</p>')
  expect(came('# New head\n\nOld', 'Old')).toBe('<h3><ins>New head</ins></h3>\n<p>Old</p>')
})

test('what went is marked in the older words', () => {
  expect(markChanges('<p>Sow in May.</p>', '<p>Sow in June.</p>', 'del')).toBe(
    '<p>Sow in <del>May.</del></p>',
  )
})

test('whatever was written, only marks are added, and none cuts a tag or a character in two', () => {
  const text = fc.array(
    fc.constantFrom('*a*', 'b', '`c`', '\n\n', '- d', '&', '<', '>', '"', '[e](/f)', '```\ng\n```', ' ', '|'),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(text, text, (now, before) => {
      const plain = renderMarkdown(now.join(' '))
      const marked = markChanges(plain, renderMarkdown(before.join(' ')), 'ins')
      expect(marked.replaceAll(/<\/?ins>/g, '')).toBe(plain)
      expect(marked).not.toMatch(/<ins>[^<]*<(?!\/ins>)/)
      expect(marked).not.toMatch(/<[^>]*<\/?ins>/)
    }),
  )
})

test('two long texts that share nothing are compared in no time, or not at all', () => {
  const long = (word: string) => `<p>${`${word} `.repeat(5000)}</p>`
  const started = performance.now()
  expect(markChanges(long('a'), long('b'), 'ins')).toBe(long('a'))
  markChanges(`<p>${'a '.repeat(1900)}</p>`, `<p>${'b '.repeat(2000)}</p>`, 'ins')
  expect(performance.now() - started).toBeLessThan(1000)
})
