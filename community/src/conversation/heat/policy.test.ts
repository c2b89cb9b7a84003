import { expect, test } from 'vitest'
import { type Role, type Viewer, visitor } from '../../foundation/index.ts'
import type { EntryFacts } from '../policy.ts'
import { pacePolicy } from './policy.ts'

const people = ['visitor', 'waiting', 'member', 'steward', 'administrator'] as const
type Person = (typeof people)[number]

function viewer(person: Person): Viewer {
  if (person === 'visitor') return visitor('c')
  const role: Role = person === 'steward' || person === 'administrator' ? person : 'member'
  return { ...visitor('c'), memberId: person, role, waiting: person === 'waiting' }
}

const open: EntryFacts = {
  mine: false,
  deleted: false,
  hidden: false,
  held: false,
  locked: false,
  archived: false,
}
const shut: EntryFacts[] = [
  { ...open, locked: true },
  { ...open, archived: true },
  { ...open, deleted: true },
  { ...open, hidden: true },
  { ...open, held: true },
]
const insiders: readonly Person[] = ['member', 'steward', 'administrator']
const stewards: readonly Person[] = ['steward', 'administrator']
const nobody: readonly Person[] = []

/** What each act needs to be told, and who may then. */
const cases: [string, (who: Viewer, post: EntryFacts) => boolean, readonly Person[]][] = [
  ['suggest, in it', (who, post) => pacePolicy.suggest(who, post, { inIt: true }), insiders],
  ['suggest, passing by', (who, post) => pacePolicy.suggest(who, post, { inIt: false }), nobody],
  ['begin', pacePolicy.begin, stewards],
  ['answer, asked', (who, post) => pacePolicy.answer(who, post, { ofIt: true }), insiders],
  ['answer, not asked', (who, post) => pacePolicy.answer(who, post, { ofIt: false }), nobody],
  ['end, agreed', (who, post) => pacePolicy.end(who, post, { ofIt: true, bySteward: false }), insiders],
  ['end, not of it', (who, post) => pacePolicy.end(who, post, { ofIt: false, bySteward: false }), stewards],
  [
    'end what a steward began',
    (who, post) => pacePolicy.end(who, post, { ofIt: true, bySteward: true }),
    stewards,
  ],
]

test.each(cases)('%s', (_, may, who) => {
  expect(people.filter((person) => may(viewer(person), open))).toEqual(who)
  for (const post of shut) expect(people.filter((person) => may(viewer(person), post))).toEqual([])
})
