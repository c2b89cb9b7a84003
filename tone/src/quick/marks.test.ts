import { expect, test } from 'vitest'
import { features } from './features.ts'
import { MARK } from './marks.ts'

/** The words that carry a mark. */
function marked(text: string, mark: keyof typeof MARK): string {
  const { tokens, marks } = features(text)
  return tokens
    .filter((_, at) => marks[at]! & MARK[mark])
    .map(({ word }) => word.replace('\u0001', '#').replace('\u0002', '#'))
    .join(' ')
}

test.each([
  ['she wrote "you fool" today', 'quoted', '" you fool "'],
  ['`you there` now', 'code', '` you there `'],
  ['you are not a fool', 'negated', 'a fool'],
  ['he called me lazy', 'reported', 'me lazy'],
  ['the plan that you made is late', 'nearYou', 'the plan that made is late'],
  ['well I made it', 'nearMe', 'well made it'],
  ['STOP it', 'loud', 'stop'],
  ['sooo f**k it', 'dressed', 'so fuck'],
  ['One two. Three four', 'start', 'one three'],
  ['Is it? It is', 'asked', 'is it ?'],
  ['a Muslim neighbour of mine is here', 'nearIdentity', 'a neighbour of mine is'],
  ['ask @sam now', 'nearName', 'ask now'],
  ['we met Sam there', 'nearName', 'we met there'],
  ['well done 🎉', 'nearWarm', 'well done'],
  ['nice 🙄', 'nearHostile', 'nice'],
  ['fine but late', 'afterBut', 'late'],
  ['if you go, tell me', 'hypothetical', 'you go'],
] as const)('%j: %s', (text, mark, words) => {
  expect(marked(text, mark)).toBe(words)
})

const words = (text: string): string =>
  features(text)
    .tokens.map(({ word }) => word.replace('\u0001', '#'))
    .join(' ')

test.each([
  ['my Muslim neighbours', 'my #religion neighbours'],
  ['a black woman', 'a #origin #gender'],
  ['a black cat', 'a black cat'],
  ['an old friend', 'an #age friend'],
  ['an old bike', 'an old bike'],
  ['I am blind', 'i am #disability'],
  ['the blind spot', 'the blind spot'],
])('%j is read as %j', (text, expected) => {
  expect(words(text)).toBe(expected)
})

test('two sentences that differ in the group named have the same features', () => {
  const [one, other] = [features('Muslims are my neighbours.'), features('Christians are my neighbours.')]
  expect([...one.words]).toEqual([...other.words])
  expect([...one.marks]).toEqual([...other.marks])
  expect([...one.bag.ids.subarray(0, one.bag.length)]).toEqual([
    ...other.bag.ids.subarray(0, other.bag.length),
  ])
})
