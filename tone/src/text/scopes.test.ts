import { expect, test } from 'vitest'
import { normalise } from './normalise.ts'
import { afterBut, hypothetical, negated, reported } from './scopes.ts'
import { sentencesOf } from './sentences.ts'
import { Tokeniser } from './tokens.ts'

/** The words a scope takes in. */
function within(scope: typeof negated, text: string): string {
  const tokens = new Tokeniser(normalise(text), text, undefined).run(512)
  const words: string[] = []
  for (const sentence of sentencesOf(tokens)) scope(tokens, sentence, (at) => words.push(tokens[at]!.word))
  return words.join(' ')
}

test.each([
  ["You're not stupid, you are tired", 'stupid'],
  ['never read anything at all', 'read anything at all'],
  ['nobody calls you lazy but I do', 'calls you lazy'],
  ["I don't think that he would ever be a good captain of the team", 'think that he would ever be'],
  ['not only rude', ''],
  ['without malice', 'malice'],
  ['all good', ''],
])('negated in %j', (text, words) => {
  expect(within(negated, text)).toBe(words)
})

test.each([
  ['he called me an idiot', 'me an idiot'],
  ['they told us to go back. you idiot', 'us to go back .'],
  ['she was like shut up', 'shut up'],
  ['people have called my son a freak', 'my son a freak'],
  ['you said that I was lazy', 'that i was lazy'],
  ["I told you, you're an idiot", ''],
  ["I'd call you an idiot", ''],
  ['say sorry', ''],
])('reported in %j', (text, words) => {
  expect(within(reported, text)).toBe(words)
})

test('after "but"', () => {
  expect(within(afterBut, 'nice try but no. fine')).toBe('no .')
})

test.each([
  ['if you came late, we left', 'you came late'],
  ['I would never hurt you', 'never hurt you'],
  ['come in', ''],
])('hypothetical in %j', (text, words) => {
  expect(within(hypothetical, text)).toBe(words)
})
