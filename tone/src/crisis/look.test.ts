import { expect, test } from 'vitest'
import { features } from '../quick/features.ts'
import { allSigns } from './all-signs.ts'
import { look } from './look.ts'

const found = (text: string) => look(features(text)).found

test.each([
  ['I want to die', 'wish to die: mine'],
  ['want to die', 'wish to die: bare'],
  ['my brother wants to die', 'wish to die: other'],
  ['I used to want to die', 'wish to die: past'],
  ["I don't want to die", 'wish to die: denied'],
  ['"I want to die" is a song', 'wish to die: quoted'],
  ['He said I want to die', 'wish to die: reported'],
])('whose words of dying are: %s', (text, name) => {
  expect(found(text)).toContain(name)
})

test.each([
  ["i'm gonna kms", 'kill oneself'],
  ['ah want tae end ma life, cannae go on', 'not to live'],
  ["they'd all be better off without me", 'nobody would miss me'],
  ['I hope I never wake up', 'not to wake'],
  ['I have cut my arms', 'hurting oneself'],
  ['he has locked me in', 'shut in'],
  ['he strangled me', 'attacked'],
])('%s', (text, name) => {
  expect(found(text)).toContain(name)
})

test('words of danger are found where they stand, with what stands beside them', () => {
  const text = 'Sorry. In chapter two I want to die.'
  const window = features(text)
  const { found: names, places } = look(window)
  expect(names).toContain('dying beside told as a story')
  const [place] = places
  expect(text.slice(window.tokens[place!.begin]!.begin, window.tokens[place!.end - 1]!.end)).toBe(
    'want to die',
  )
})

test('an ordinary message has a shape and no danger', () => {
  expect([...found('The bus came at nine.')].sort()).toEqual(['a few words', 'no word of oneself'])
})

test('every sign has a name of its own', () => {
  const names = allSigns.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter((name) => /[:]/.test(name))).toEqual([])
})
