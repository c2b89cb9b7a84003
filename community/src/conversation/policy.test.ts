import { expect, test } from 'vitest'
import { isMember, type Role, type Viewer, visitor } from '../foundation/index.ts'
import type { SpaceKind } from '../spaces/index.ts'
import { type EntryFacts, entryPolicy } from './policy.ts'
import type { PostView } from './views.ts'

const people = ['visitor', 'waiting', 'member', 'author', 'steward', 'administrator'] as const
type Person = (typeof people)[number]

function viewer(person: Person): Viewer {
  if (person === 'visitor') return visitor('c')
  const role: Role = person === 'steward' || person === 'administrator' ? person : 'member'
  return { ...visitor('c'), memberId: person, role, waiting: person === 'waiting' }
}

const states = {
  open: {},
  deleted: { deleted: true },
  hidden: { hidden: true },
  held: { held: true },
  locked: { locked: true },
  archived: { archived: true },
} as const satisfies Record<string, Partial<EntryFacts>>
type State = keyof typeof states

function facts(person: Person, state: State): EntryFacts {
  return {
    mine: person === 'author',
    deleted: false,
    hidden: false,
    held: false,
    locked: false,
    archived: false,
    ...states[state],
  }
}

type Action =
  | 'reply'
  | 'edit'
  | 'delete'
  | 'readHidden'
  | 'readHistory'
  | 'hide'
  | 'lock'
  | 'pin'
  | 'move'
  | 'keep'
  | 'report'
  | 'thank'

const everyone: readonly Person[] = people
const insiders: readonly Person[] = ['member', 'author', 'steward', 'administrator']
const others: readonly Person[] = ['member', 'steward', 'administrator']
const stewards: readonly Person[] = ['steward', 'administrator']
const author: readonly Person[] = ['author']
const nobody: readonly Person[] = []

/** Who may do what, in every state an entry can be in. */
const matrix: Record<Action, Record<State, readonly Person[]>> = {
  reply: { open: insiders, deleted: nobody, hidden: nobody, held: nobody, locked: nobody, archived: nobody },
  edit: { open: author, deleted: nobody, hidden: author, held: author, locked: author, archived: nobody },
  delete: { open: author, deleted: nobody, hidden: author, held: author, locked: author, archived: author },
  readHidden: {
    open: [...author, ...stewards],
    deleted: [...author, ...stewards],
    hidden: [...author, ...stewards],
    held: [...author, ...stewards],
    locked: [...author, ...stewards],
    archived: [...author, ...stewards],
  },
  readHistory: {
    open: everyone,
    deleted: nobody,
    hidden: [...author, ...stewards],
    held: everyone,
    locked: everyone,
    archived: everyone,
  },
  hide: {
    open: stewards,
    deleted: nobody,
    hidden: stewards,
    held: stewards,
    locked: stewards,
    archived: stewards,
  },
  lock: {
    open: stewards,
    deleted: nobody,
    hidden: stewards,
    held: stewards,
    locked: stewards,
    archived: stewards,
  },
  pin: {
    open: stewards,
    deleted: nobody,
    hidden: nobody,
    held: nobody,
    locked: stewards,
    archived: stewards,
  },
  move: {
    open: [...author, ...stewards],
    deleted: nobody,
    hidden: [...author, ...stewards],
    held: nobody,
    locked: stewards,
    archived: stewards,
  },
  keep: {
    open: insiders,
    deleted: nobody,
    hidden: insiders,
    held: insiders,
    locked: insiders,
    archived: insiders,
  },
  report: { open: others, deleted: nobody, hidden: others, held: nobody, locked: others, archived: others },
  thank: { open: others, deleted: nobody, hidden: nobody, held: nobody, locked: others, archived: others },
}

for (const action of Object.keys(matrix) as Action[])
  for (const state of Object.keys(states) as State[])
    test(`${action}, ${state}: ${matrix[action][state].join(', ') || 'nobody'}`, () => {
      const allowed = people.filter((person) => entryPolicy[action](viewer(person), facts(person, state)))
      expect(allowed).toEqual(people.filter((person) => matrix[action][state].includes(person)))
    })

test('whoever waits to be let in may do exactly what a visitor may', () => {
  for (const action of Object.keys(matrix) as Action[])
    for (const state of Object.keys(states) as State[])
      expect(entryPolicy[action](viewer('waiting'), facts('waiting', state))).toBe(
        entryPolicy[action](viewer('visitor'), facts('visitor', state)),
      )
})

test('quoting asks both for a thread that takes answers and for words that can be read', () => {
  const open = facts('member', 'open')
  for (const state of Object.keys(states) as State[]) {
    expect(entryPolicy.quote(viewer('member'), facts('member', state), open)).toBe(state === 'open')
    expect(entryPolicy.quote(viewer('member'), open, facts('member', state))).toBe(
      state !== 'deleted' && state !== 'hidden' && state !== 'held',
    )
  }
  expect(entryPolicy.quote(viewer('visitor'), open, open)).toBe(false)
})

function post(kind: SpaceKind, mine: boolean, unnamed: boolean): PostView {
  const author = unnamed ? undefined : { id: 'author', name: 'A', handle: 'a', pictureId: null }
  return {
    mine,
    author,
    deleted: false,
    hidden: false,
    locked: false,
    need: null,
    space: { kind, archived: false },
  } as PostView
}

test('only who asked without a name answers without one, and only where the space allows it', () => {
  for (const person of people)
    for (const kind of ['support', 'family', 'hobby', 'project', 'team'] as const)
      for (const unnamed of [true, false]) {
        const may = entryPolicy.replyUnnamed(viewer(person), post(kind, person === 'author', unnamed))
        expect(may).toBe(
          person === 'author' &&
            unnamed &&
            (kind === 'support' || kind === 'family') &&
            isMember(viewer(person)),
        )
      }
})
