import { expect, test } from 'vitest'
import type { EntryItem, EntryView, PostView } from '../../conversation/index.ts'
import { type Role, type Viewer, visitor } from '../../foundation/index.ts'
import { mattersPolicy, sidePolicy } from '../side/policy.ts'
import { hearingPolicy } from './policy.ts'

const people = ['visitor', 'waiting', 'listener', 'author', 'member', 'steward'] as const
type Person = (typeof people)[number]

function viewer(person: Person): Viewer {
  if (person === 'visitor') return visitor('c')
  const role: Role = person === 'steward' ? 'steward' : 'member'
  return { ...visitor('c'), memberId: person, role, waiting: person === 'waiting' }
}

const states = {
  open: {},
  deleted: { deleted: true },
  hidden: { hidden: true },
  held: { held: true },
  unnamed: { author: undefined },
  locked: { locked: true },
} as const
type State = keyof typeof states

function item(person: Person, state: State): EntryItem {
  const author = { id: 'author', name: 'Mira', handle: 'mira', pictureId: null }
  const shared = { author, deleted: false, hidden: false, held: false, mine: person === 'author' }
  const post = { ...shared, locked: state === 'locked', space: { archived: false } } as PostView
  const entry = { ...shared, ...states[state] } as EntryView
  return { post, entry }
}

const facts = { listenerId: 'listener', authorId: 'author' }
const writers: readonly Person[] = ['listener', 'author', 'member', 'steward']
const others: readonly Person[] = ['listener', 'member', 'steward']
const author: readonly Person[] = ['author']
const nobody: readonly Person[] = []

type Rule = (person: Person, state: State) => boolean
const rules: Record<string, Rule> = {
  say: (person, state) => hearingPolicy.say(viewer(person), item(person, state)),
  answer: (person, state) => hearingPolicy.answer(viewer(person), item(person, state), facts),
  takeBack: (person) => hearingPolicy.takeBack(viewer(person), facts),
  remove: (person) => hearingPolicy.remove(viewer(person), facts),
  report: (person) => hearingPolicy.report(viewer(person), facts),
  seeSide: (person, state) => sidePolicy.see(viewer(person), item(person, state)),
  sayMatters: (person, state) =>
    mattersPolicy.say(viewer(person), { ...item(person, state).post, archived: false }),
}

const everywhere = (who: readonly Person[]): Record<State, readonly Person[]> => ({
  open: who,
  deleted: who,
  hidden: who,
  held: who,
  unnamed: who,
  locked: who,
})

/** Who may do what, in every state that words can be in. */
const matrix: Record<keyof typeof rules, Record<State, readonly Person[]>> = {
  say: { open: others, deleted: nobody, hidden: nobody, held: nobody, unnamed: others, locked: nobody },
  answer: { ...everywhere(author), locked: nobody },
  takeBack: everywhere(['listener']),
  remove: everywhere(['author', 'steward']),
  report: everywhere(writers.filter((person) => person !== 'listener')),
  seeSide: { open: others, deleted: nobody, hidden: nobody, held: nobody, unnamed: nobody, locked: others },
  sayMatters: { ...everywhere(writers), locked: nobody },
}

test.each(Object.keys(rules))('%s is for whom the matrix says', (name) => {
  const found = Object.fromEntries(
    Object.keys(states).map((state) => [
      state,
      people.filter((person) => rules[name]!(person, state as State)).sort(),
    ]),
  )
  const expected = Object.fromEntries(
    Object.entries(matrix[name]!).map(([state, who]) => [state, [...who].sort()]),
  )
  expect(found).toEqual(expected)
})
