import { expect, test } from 'vitest'
import { aboutTheIssue } from './about-the-issue.ts'
import { apart, compose } from './compose.ts'
import { dropInsult } from './drop-insult.ts'
import { dropSentences } from './drop-sentences.ts'
import { iStatement } from './i-statement.ts'
import type { Change } from './moves.ts'
import { question } from './question.ts'
import { type Seen, see } from './seen.ts'
import { softenAbsolute } from './soften-absolute.ts'

/** The message after one move alone. */
const after = (move: (seen: Seen) => Change[], text: string): string => {
  const seen = see(text)
  return compose(seen, apart(move(seen)))
}

test.each([
  ['your code is garbage', 'this code has problems'],
  ['Your plan is a joke.', "I don't think this plan works."],
  ['Sam, you clearly never read the rota.', "Sam, I don't think the rota was read."],
  ["You didn't even check my numbers!", "I don't think my numbers were checked!"],
  ['you forgot the attachment again', 'the attachment is missing again'],
  ['Any idiot can see that the roof leaks.', 'I think the roof leaks.'],
  ['What a stupid idea.', "I don't think this is a good idea."],
])('about the issue: %s', (before, then) => {
  expect(after(aboutTheIssue, before)).toBe(then)
})

test.each([
  ['you never listen', "I don't feel listened to"],
  ['You never listen, do you?', "I don't feel listened to."],
  ['You never help with the dishes.', "I'd like more help with the dishes."],
  ['You keep interrupting Ana.', 'I find it hard when you keep interrupting Ana.'],
  ['You ruined my birthday.', "I'm sad about how my birthday went."],
])('an I-statement: %s', (before, then) => {
  expect(after(iStatement, before)).toBe(then)
})

test.each([
  ['why the hell would you do that', 'What was the reason for doing that?'],
  ['Did you even test this?', 'Was this tested?'],
  ['How hard is it to put the bins out?', 'Could you put the bins out?'],
  ["Why can't you just close the gate!!", 'Could you close the gate?'],
  ['Fix the tests.', 'Could you fix the tests?'],
])('a question: %s', (before, then) => {
  expect(after(question, before).toLowerCase()).toBe(then.toLowerCase())
})

test.each([
  ['Fix the tests, idiot.', 'Fix the tests.'],
  ['Fix the tests idiot', 'Fix the tests'],
  ['Take it or leave it, you greedy little rat', 'Take it or leave it'],
  ['Who the hell moved my bike?', 'Who moved my bike?'],
  ['Stop whining and read section 3.', 'Read section 3.'],
  ['You are an absolute moron and the tests fail.', 'The tests fail.'],
  ['The word idiot is in the list.', 'The word idiot is in the list.'],
])('drop the insult: %s', (before, then) => {
  expect(after(dropInsult, before)).toBe(then)
})

test.each([
  ["You're so lazy. The kitchen is dirty.", 'The kitchen is dirty.'],
  ['Are you blind? It is on page 3.', 'It is on page 3.'],
  ['It is on page 3. Idiot!', 'It is on page 3.'],
  ['How old are you? Bring a coat.', 'How old are you? Bring a coat.'],
  ['You are an idiot. Shut up.', 'You are an idiot. Shut up.'],
])('drop sentences that are nothing but insult: %s', (before, then) => {
  expect(after(dropSentences, before)).toBe(then)
})

test.each([
  ['you always break main', 'you often break main'],
  ['You never close the gate.', 'You rarely close the gate.'],
  ['Nobody wants to play support.', 'Few people want to play support.'],
  ['Everyone knows that this road is steep.', 'I think this road is steep.'],
  ["You're always late.", "You're often late."],
])('soften an absolute: %s', (before, then) => {
  expect(after(softenAbsolute, before)).toBe(then)
})
