import { expect, test } from 'vitest'
import { type MemberViewer, type Role, visitor } from '../../foundation/index.ts'
import { valuePolicy as policy } from './policy.ts'

const COMMUNITY = '00000000-0000-7000-8000-00000000000c'
const somebody = (memberId: string, given: Partial<MemberViewer> = {}): MemberViewer => ({
  ...visitor(COMMUNITY),
  memberId,
  role: 'member',
  ...given,
})
const roles: Role[] = ['member', 'host', 'steward', 'administrator']
const viewers = {
  visitor: visitor(COMMUNITY),
  waiting: somebody('waiting', { waiting: true, role: 'administrator' }),
  ...Object.fromEntries(roles.map((role) => [role, somebody(role, { role })])),
}
const who = (may: (viewer: (typeof viewers)['visitor']) => boolean) =>
  Object.entries(viewers)
    .filter(([, viewer]) => may(viewer))
    .map(([name]) => name)

test('THANKS-7 what matters here is written down by administrators', () => {
  expect(who(policy.change)).toEqual(['administrator'])
})
