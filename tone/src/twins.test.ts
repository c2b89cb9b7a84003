import { expect, test } from 'vitest'
import { tinyModel } from '../test/tiny-model.ts'
import { makeQuickModel } from './quick/model.ts'
import { read } from './read.ts'
import { type Belonging, identityTerms } from './text/identity-terms.ts'

const model = makeQuickModel(tinyModel({ norm: 'sum', linearBits: 16, wordBits: 12 }))

const frames = [
  'My neighbour is # and bakes on Sundays.',
  'I am #, by the way, is the meeting still on?',
  'All those # should leave.',
  'You are not welcome here, #',
  'He said that "# are liars" and I left.',
]

const words = (kind: Belonging): string[] =>
  identityTerms[kind]
    .trim()
    .split(/\s+/)
    .filter((word) => /^[a-z]+$/.test(word))

test.each(Object.keys(identityTerms) as Belonging[])(
  'no word of %s scores other than its twins, in any sentence',
  (kind) => {
    const [first, ...others] = words(kind)
    expect(others.length).toBeGreaterThan(5)
    for (const frame of frames) {
      const { scores, pause } = read(frame.replace('#', first!), { model, lang: 'en' })
      for (const word of others) {
        const twin = read(frame.replace('#', word), { model, lang: 'en' })
        expect(twin.scores, `${frame} ${word}`).toEqual(scores)
        expect(twin.pause).toBe(pause)
      }
    }
  },
)

test('what is said of her scores as what is said of him', () => {
  for (const [his, her] of [
    ['He lost his keys again.', 'She lost her keys again.'],
    ['I told him that he should rest.', 'I told her that she should rest.'],
  ])
    expect(read(her!, { model }).scores).toEqual(read(his!, { model }).scores)
})
