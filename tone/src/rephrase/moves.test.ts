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
  ['You killed my plants.', 'My plants died.'],
  ['You ruined my wedding photos.', "I'm upset about my wedding photos."],
  ['It is your fault that we missed the train.', 'We missed the train.'],
  ['Only a moron would design a kettle without a lid.', "I wouldn't design a kettle without a lid."],
  ["If you weren't on your phone you'd have seen that the gate was open.", 'The gate was open.'],
  ['You took my bike without asking.', 'My bike was taken without asking.'],
  ["You've eaten my lunch again.", 'My lunch has been eaten again.'],
  [
    'You took the sheets out and dumped them on the floor.',
    'The sheets were taken out and dumped on the floor.',
  ],
  ['You broke your promise.', 'You broke your promise.'],
  ['Your mother is useless.', 'Your mother is useless.'],
])('about the issue: %s', (before, then) => {
  expect(after(aboutTheIssue, before)).toBe(then)
})

test.each([
  ['you never listen', "I don't feel listened to"],
  ['You never listen, do you?', "I don't feel listened to."],
  ['You never help with the dishes.', "I'd like more help with the dishes."],
  ['You keep interrupting Ana.', 'I find it hard when you keep interrupting Ana.'],
  ['You ruined my birthday.', "I'm sad about how my birthday went."],
  ['you never write tests', "I'd like you to write tests more often"],
  ['You never buy soap and you finish mine.', 'You never buy soap and you finish mine.'],
])('an I-statement: %s', (before, then) => {
  expect(after(iStatement, before)).toBe(then)
})

test.each([
  ['why the hell would you do that', 'What was the reason for doing that?'],
  ['Did you even test this?', 'Was this tested?'],
  ['How hard is it to put the bins out?', 'Could you put the bins out?'],
  ["Why can't you just close the gate!!", 'Could you close the gate?'],
  ['Fix the tests.', 'Could you fix the tests?'],
  ['why do you never close the gate', 'Could you close the gate?'],
  ['Are you incapable of filling in a form?', 'Could you fill in a form?'],
  ['shut up about the uniform', 'Could we leave the uniform?'],
  ['Close the gate, the dog got out.', 'Could you close the gate? The dog got out.'],
  ["Why can't you close the gate, the dog got out.", 'Could you close the gate? The dog got out.'],
  ['Water the roots, not the leaves.', 'Could you water the roots, not the leaves?'],
  ['Rinse the rice before you cook it.', 'Could you rinse the rice before you cook it?'],
  ['With the rice you need a lid.', 'With the rice you need a lid.'],
  ['Close the gate, whatever you think of it.', 'Close the gate, whatever you think of it.'],
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
  ["your stupid rota doesn't say who has the key", "your rota doesn't say who has the key"],
  ["You're a control freak, Martin. Let Ana try.", 'Martin, let Ana try.'],
  ['Dear Mr Lund, you are an ignorant man. The hedge is mine.', 'Dear Mr Lund, the hedge is mine.'],
  ['Your courier is a liar. He never rang.', 'Your courier never rang.'],
  ['You have no shame, and my form is still on your desk.', 'My form is still on your desk.'],
  ['Whoever sprayed the roses is a fool, there are bees.', 'Whoever sprayed the roses, there are bees.'],
  ['To the idiot who took my bike: bring it back.', 'To the person who took my bike: bring it back.'],
  ['Shut up during the film.', 'Please be quiet during the film.'],
  ['The goats get into the barley, you clot.', 'The goats get into the barley.'],
  ['The goats got into the barley, you know.', 'The goats got into the barley, you know.'],
  ['Just for once in your life be on time.', 'Be on time.'],
  ['He told me to get a life.', 'He told me to get a life.'],
  ["It's your week for the stairs and they're filthy.", "It's your week for the stairs and they're filthy."],
  ['Not everyone can live like a slob.', 'Not everyone can live like a slob.'],
])('drop the insult: %s', (before, then) => {
  expect(after(dropInsult, before)).toBe(then)
})

test.each([
  ["You're so lazy. The kitchen is dirty.", 'The kitchen is dirty.'],
  ['Are you blind? It is on page 3.', 'It is on page 3.'],
  ['It is on page 3. Idiot!', 'It is on page 3.'],
  ['How old are you? Bring a coat.', 'How old are you? Bring a coat.'],
  ['You are an idiot. Shut up.', 'You are an idiot. Shut up.'],
  ["You're too stupid to hold a hose. Water the roots.", 'Water the roots.'],
  ["You're the worst player I've ever seen. Hold the bridge.", 'Hold the bridge.'],
  ['You have the brain of a goldfish. I asked for 200.', 'I asked for 200.'],
  ['Nobody wants you here. The key is on the hook.', 'The key is on the hook.'],
  ["You're late with the rent. It is 480.", "You're late with the rent. It is 480."],
])('drop sentences that are nothing but insult: %s', (before, then) => {
  expect(after(dropSentences, before)).toBe(then)
})

test.each([
  ['you always break main', 'you often break main'],
  ['You never close the gate.', "You don't close the gate."],
  ['you never even told me', "you didn't tell me"],
  ['Nobody knew, and you never asked.', "Nobody knew, and you didn't ask."],
  ['Nobody wants to play support.', 'Few people want to play support.'],
  ['Everyone knows that this road is steep.', 'I think this road is steep.'],
  ["You're always late.", "You're often late."],
])('soften an absolute: %s', (before, then) => {
  expect(after(softenAbsolute, before)).toBe(then)
})
