import { expect, test } from 'vitest'
import { type Role, type Viewer, visitor } from '../foundation/index.ts'
import { boundsPolicy } from './policy.ts'

const someone = (role: Role, waiting = false): Viewer => ({
  ...visitor('place'),
  memberId: 'me',
  role,
  waiting,
})

const people: Record<string, Viewer> = {
  visitor: visitor('place'),
  waiting: someone('member', true),
  member: someone('member'),
  host: someone('host'),
  steward: someone('steward'),
  administrator: someone('administrator'),
}

/** Who may: mute or block another, mute or block themselves, undo their own, undo another's, read their own list, read another's. */
const expected: Record<string, string> = {
  visitor: '------',
  waiting: '--y-y-',
  member: 'y-y-y-',
  host: 'y-y-y-',
  steward: 'y-y-y-',
  administrator: 'y-y-y-',
}

test.each(Object.keys(people))('what a %s may do about others', (who) => {
  const viewer = people[who]!
  const answers = [
    boundsPolicy.set(viewer, { id: 'other' }),
    boundsPolicy.set(viewer, { id: 'me' }),
    boundsPolicy.lift(viewer, { ownerId: 'me' }),
    boundsPolicy.lift(viewer, { ownerId: 'other' }),
    boundsPolicy.readList(viewer, { ownerId: 'me' }),
    boundsPolicy.readList(viewer, { ownerId: 'other' }),
  ]
  expect(answers.map((yes) => (yes ? 'y' : '-')).join('')).toBe(expected[who])
})
