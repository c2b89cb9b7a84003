import { expect, test } from 'vitest'
import { passwordProblem } from './password-rules.ts'

const about = ['Noor', 'noor.haddad@example.org', 'Lantern Street']

test.each([
  ['short', 'hunter2'],
  ['short', 'elevensigns'],
  ['long', 'a fence '.repeat(40)],
  ['repeats', 'aaaaaaaaaaaaaa'],
  ['repeats', 'abcabcabcabc'],
  ['repeats', 'lantern1lantern1'],
  ['row', '123456789012'],
  ['row', 'qwertyuiopas'],
  ['row', 'qwertyuiop12345'],
  ['row', '987654321098'],
  ['common', 'Password1234!'],
  ['common', 'P@ssw0rd2024!'],
  ['common', 'iloveyou123456'],
  ['common', 'letmein-letmein1'],
  ['common', 'CorrectHorseBatteryStaple'],
  ['common', 'football2024!!'],
  ['about-you', 'noor.haddad2024'],
  ['about-you', 'lanternstreet1'],
  ['about-you', 'noor@example.org'],
] as const)('%s: %s', (problem, password) => {
  expect(passwordProblem(password, about)).toBe(problem)
})

test.each([
  'the heron waits by the weir',
  'four hungry otters',
  'zwölf kleine Laternen',
  'kartoffelsalat mit gurke',
  'xK9#mQ2$vL5!',
  '毎朝六時に犬と川沿いを歩くのが好き',
  'Grete hat 3 Katzen',
  'noor waters nine tomato plants',
])('can be used: %s', (password) => {
  expect(passwordProblem(password, about)).toBeUndefined()
})
