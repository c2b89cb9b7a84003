import { expect, test } from 'vitest'
import { type MemberViewer, type Role, visitor } from '../../foundation/index.ts'
import { ripplePolicy as policy } from './policy.ts'

const COMMUNITY = '00000000-0000-7000-8000-00000000000c'
const roles: Role[] = ['member', 'host', 'steward', 'administrator']
const somebody = (given: Partial<MemberViewer>) => ({
  ...visitor(COMMUNITY),
  memberId: 'somebody',
  role: 'member' as const,
  ...given,
})

test('SHINE-7 everybody who lives here has one; there is no way to ask for another’s', () => {
  expect(policy.read(visitor(COMMUNITY))).toBe(false)
  expect(policy.read(somebody({ waiting: true }))).toBe(false)
  for (const role of roles) expect(policy.read(somebody({ role }))).toBe(true)
  expect(policy.read).toHaveLength(1)
})
