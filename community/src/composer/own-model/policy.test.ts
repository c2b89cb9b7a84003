import { expect, test } from 'vitest'
import { type Role, type Viewer, visitor } from '../../foundation/index.ts'
import { ownModelPolicy as policy } from './policy.ts'

const viewer = (role: Role, more: Partial<Viewer> = {}): Viewer => ({
  ...visitor('place'),
  ...(role === 'visitor' ? {} : { memberId: 'somebody', role }),
  ...more,
})

const young = { under18: true }
const waiting = { waiting: true }

test.each<[string, Viewer, boolean, boolean]>([
  ['a visitor', viewer('visitor'), false, false],
  ['who waits', viewer('member', waiting), false, false],
  ['a member', viewer('member'), true, false],
  ['a member under 18', viewer('member', young), false, false],
  ['a host', viewer('host'), true, false],
  ['a steward', viewer('steward'), true, false],
  ['an administrator', viewer('administrator'), true, true],
  ['an administrator who waits', viewer('administrator', waiting), false, false],
  ['an administrator under 18', viewer('administrator', young), false, true],
])('%s: may ask %s, may manage %s', (_, who, ask, manage) => {
  expect([policy.ask(who), policy.manage(who)]).toEqual([ask, manage])
})
