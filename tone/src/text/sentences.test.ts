import { expect, test } from 'vitest'
import { normalise } from './normalise.ts'
import { sentencesOf } from './sentences.ts'
import { Tokeniser } from './tokens.ts'

function shown(text: string): string[] {
  const tokens = new Tokeniser(normalise(text), text, undefined).run(512)
  return sentencesOf(tokens).map(
    ({ begin, end, asks }) =>
      `${asks ? '?' : ''}${tokens
        .slice(begin, end)
        .map(({ word }) => word)
        .join(' ')}`,
  )
}

test.each([
  ['I left. Why did you?', ['i left .', '?why did you ?']],
  ['no end', ['no end']],
  ['one\ntwo', ['one', 'two']],
  ['Really?! (yes) :) Then go', ['?really ?!', '( yes ) :) then go']],
  ['He left.) :( So', ['he left . ) :(', 'so']],
])('%j', (text, sentences) => {
  expect(shown(text)).toEqual(sentences)
})

test('sentences cover every token once, in order', () => {
  const text = 'A b. C?! D\n\nE… (f) g! 😀😀 h'
  const tokens = new Tokeniser(normalise(text), text, undefined).run(512)
  let at = 0
  for (const { begin, end } of sentencesOf(tokens)) {
    expect(begin).toBe(at)
    expect(end).toBeGreaterThan(begin)
    at = end
  }
  expect(at).toBe(tokens.length)
})

test('nothing has no sentences', () => {
  expect(sentencesOf([])).toEqual([])
})
