import { expect, test } from 'vitest'
import type { Reading } from '../reading.ts'
import { apart, compose } from './compose.ts'
import { dropHurting, readAlone } from './drop-hurting.ts'
import { see } from './seen.ts'

/** A reading that finds a text hurtful where it has one of these words. */
const hurtsBy =
  (...words: string[]) =>
  (text: string): Reading => ({
    scores: {},
    spans: [],
    pause: false,
    why: {
      likelihood: words.some((word) => text.toLowerCase().includes(word)) ? 0.9 : 0.05,
      attribute: null,
      words: [],
    },
    language: { tag: 'en', measured: true },
    model: { name: 'words', version: '1' },
  })

const without = (text: string, ...words: string[]): string => {
  const seen = see(text)
  return compose(seen, apart(dropHurting(seen, readAlone(seen).map(hurtsBy(...words)))))
}

test.each([
  [
    'The treaty was signed in spring. Did they give up on you at school?',
    'give up',
    'The treaty was signed in spring.',
  ],
  [
    'The gate was open, as you would know with eyes in your head. Close it.',
    'eyes',
    'The gate was open. Close it.',
  ],
  ['I need the form by Friday. You moan like a wet cat.', 'wet cat', 'I need the form by Friday.'],
  ["You're a bully, Dave. Let the new ones have a turn.", 'bully', 'Dave, let the new ones have a turn.'],
  [
    'You never spare a thought for the kids. They only asked when practice is.',
    'never spare',
    'The kids only asked when practice is.',
  ],
  ['Your son is a little terror. He bit mine on the arm.', 'terror', 'Your son bit mine on the arm.'],
  ['Sorry but you have no clue, the train is at 7.', 'no clue', 'The train is at 7.'],
  ['Big mouth, nothing behind it. The path is closed until May.', 'mouth', 'The path is closed until May.'],
  [
    'Thanks for the minutes. You hear like a wet cat. Add the vote.',
    'wet cat',
    'Thanks for the minutes. Add the vote.',
  ],
  ['Can you people not see? No dogs on the pitch in summer.', 'not see', 'No dogs on the pitch in summer.'],
])('a sentence or clause that hurts alone goes, the point stays: %s', (text, word, then) => {
  expect(without(text, word)).toBe(then)
})

test.each([
  ['what asks for something', 'Get your car off the pavement. My mother needs to pass.', 'pavement'],
  ['what tells of something of mine', 'You took my calculator. Give it back.', 'calculator'],
  ['the point of a joke', 'Oh wow, a poem. You rhyme like a dustbin.', 'dustbin'],
  ['where what stays hangs on it', 'You rhyme like a dustbin. That is why I need another poem.', 'dustbin'],
  ['what somebody did', 'You ruined the table with it. The oak only needs water.', 'ruined'],
  [
    'what has a plain clause in it',
    'You howl, the roof of the hall is leaking, you howl. I need the form.',
    'howl',
  ],
  ['what tells somebody what to do', 'Stop feeding their horses, they bite. I need the form.', 'horses'],
  [
    'where whom it speaks of would go',
    'The roof leaks. You howl at the new mayor like a wet cat. Ring him today.',
    'wet cat',
  ],
  ['a clause of which what stays speaks', 'You reek of smoke and my baby is sick of it.', 'reek'],
  ['all there is', 'You rhyme like a dustbin.', 'dustbin'],
  ['what names or counts', 'You and `rm -rf` are a plague. I need the form.', 'plague'],
])('nothing goes: %s', (_, text, word) => {
  expect(without(text, word)).toBe(text)
})

test('what nothing was read of stays as it is', () => {
  const seen = see('The gate was open. You moan like a wet cat.')
  expect(dropHurting(seen, [])).toEqual([])
})

test('where one of the readings did not come in time, nothing goes', () => {
  const seen = see('I need the form by Friday. You moan like a wet cat.')
  const readings = readAlone(seen).map(hurtsBy('wet cat'))
  expect(dropHurting(seen, readings)).not.toEqual([])
  expect(dropHurting(seen, [undefined, ...readings.slice(1)])).toEqual([])
})

test('of a message of very many clauses none is read alone', () => {
  const few = see(`The gate was open${', and you moan like a wet cat'.repeat(20)}.`)
  expect(readAlone(few)).toHaveLength(21)
  const many = see(`The gate was open${', and you moan like a wet cat'.repeat(300)}.`)
  expect(readAlone(many)).toEqual([])
})
