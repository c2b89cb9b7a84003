import { expect, test } from 'vitest'
import { type MemberViewer, type Role, visitor } from '../../foundation/index.ts'
import { kindActPolicy as policy } from './policy.ts'

const COMMUNITY = '00000000-0000-7000-8000-00000000000c'
const somebody = (memberId: string, given: Partial<MemberViewer> = {}): MemberViewer => ({
  ...visitor(COMMUNITY),
  memberId,
  role: 'member',
  ...given,
})
const roles: Role[] = ['member', 'host', 'steward', 'administrator']
const others = roles.map((role) => `other ${role}`)
const viewers = {
  visitor: visitor(COMMUNITY),
  waiting: somebody('waiting', { waiting: true }),
  author: somebody('author'),
  doer: somebody('doer'),
  ...Object.fromEntries(roles.map((role) => [`other ${role}`, somebody(`other ${role}`, { role })])),
}
const who = (may: (viewer: (typeof viewers)['visitor']) => boolean) =>
  Object.entries(viewers)
    .filter(([, viewer]) => may(viewer))
    .map(([name]) => name)

test('SHINE-6 ideas are for everybody who lives here', () => {
  for (const may of [policy.read, policy.add, policy.doIt])
    expect(who(may)).toEqual(['author', 'doer', ...others])
  expect(who((viewer) => policy.takeAway(viewer, { authorId: 'author' }))).toEqual([
    'author',
    'other steward',
    'other administrator',
  ])
})

test('SHINE-6 what somebody did is theirs alone, whatever anybody’s role', () => {
  expect(who((viewer) => policy.tell(viewer, { memberId: 'doer' }))).toEqual(['doer'])
  expect(who((viewer) => policy.report(viewer, { memberId: 'doer' }))).toEqual(['author', ...others])
  expect(who(policy.takeStoryAway)).toEqual(['other steward', 'other administrator'])
})
