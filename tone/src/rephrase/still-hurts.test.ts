import { expect, test } from 'vitest'
import { see } from './seen.ts'
import { stillHurts } from './still-hurts.ts'

test.each([
  'How arrogant of you.',
  'You are an idiot.',
  'Shut up and close the gate.',
  'You never learn, you clown.',
  'Whoever rides in the hallway is an inconsiderate fool.',
  'Your review is garbage.',
  "Hope you're happy now.",
])('hurts still: %s', (text) => {
  expect(stillHurts(see(text))).toBe(true)
})

test.each([
  'Your dog gets into our beds every night.',
  'You never change the filter.',
  'You should resign.',
  'Is that too much to ask?',
  'Leave it to the experts.',
  'The kitchen is a mess.',
  'Bleed the radiators first.',
])('a form alone is no reason to refuse what has no rude word: %s', (text) => {
  expect(stillHurts(see(text))).toBe(false)
})
