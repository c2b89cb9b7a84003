import { expect, test } from 'vitest'
import { classed, classedPattern, wordsIn } from './classed.ts'
import { judgements } from './judgements.ts'
import { lists, pattern } from './words.ts'

const texts = [
  'you lazy idiot',
  "you're too stupid to hold a hose",
  'what a clueless bunch of clowns',
  'you are a complete waste of space',
  'the roses are in bloom',
  'you have the brain of a goldfish',
  'nobody wants you here',
  'you are late with the rent',
  'how could you be this careless',
  'your plan is a joke and so are you',
]

test('words looked up find what words spelled out find', () => {
  let found = 0
  for (const source of judgements)
    for (const text of texts) {
      const spelled = pattern(`^(?:${source})$`, 'u').test(text)
      expect(classedPattern(source).test(classed(text)), `${source} in ${text}`).toBe(spelled)
      if (spelled) found++
    }
  expect(found).toBeGreaterThan(5)
})

test.each(Object.keys(lists) as (keyof typeof lists)[])(
  'the list "%s" has each word once, as it is looked up',
  (name) => {
    const words = wordsIn(name)
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
    // What has another sign in it is never found as a word: it belongs to the phrases.
    expect(words.filter((word) => !/^\p{L}[\p{L}'-]*$/u.test(word))).toEqual([])
  },
)

test('what is loud with a sign in it is found too', () => {
  expect(classedPattern('{louder}').test(classed('f***ing'))).toBe(true)
  expect(pattern('^{louder}$', 'u').test('god damn')).toBe(true)
})
