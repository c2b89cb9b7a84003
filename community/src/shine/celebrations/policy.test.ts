import { expect, test } from 'vitest'
import { type MemberViewer, type Role, visitor } from '../../foundation/index.ts'
import { celebrationPolicy as policy } from './policy.ts'

const COMMUNITY = '00000000-0000-7000-8000-00000000000c'
const NOW = new Date('2026-03-01T10:00:00Z')
const somebody = (memberId: string, given: Partial<MemberViewer> = {}): MemberViewer => ({
  ...visitor(COMMUNITY),
  memberId,
  role: 'member',
  ...given,
})
const roles: Role[] = ['member', 'host', 'steward', 'administrator']
const others = roles.map((role) => `other ${role}`)
const stewards = ['other steward', 'other administrator']
const viewers = {
  visitor: visitor(COMMUNITY),
  waiting: somebody('waiting', { waiting: true }),
  opener: somebody('opener'),
  writer: somebody('writer'),
  ...Object.fromEntries(roles.map((role) => [`other ${role}`, somebody(`other ${role}`, { role })])),
}
const who = (may: (viewer: (typeof viewers)['visitor']) => boolean) =>
  Object.entries(viewers)
    .filter(([, viewer]) => may(viewer))
    .map(([name]) => name)
const standing = { openerId: 'opener', standing: true }
const over = { openerId: 'opener', standing: false }

test('SHINE-4 any member may read and open one, where the space is open for it', () => {
  expect(who(policy.read)).toEqual(['opener', 'writer', ...others])
  const open = (space: { open: boolean; archived: boolean }) => who((viewer) => policy.open(viewer, space))
  expect(open({ open: true, archived: false })).toEqual(['opener', 'writer', ...others])
  expect(open({ open: false, archived: false })).toEqual([])
  expect(open({ open: true, archived: true })).toEqual([])
})

test('SHINE-4 everybody else joins while it stands, and takes back only their own', () => {
  expect(who((viewer) => policy.join(viewer, standing))).toEqual(['writer', ...others])
  expect(who((viewer) => policy.join(viewer, over))).toEqual([])
  expect(who((viewer) => policy.takeBack(viewer, { memberId: 'writer' }))).toEqual(['writer'])
  expect(who((viewer) => policy.takeLineAway(viewer, standing))).toEqual(['opener', ...stewards])
})

test('SHINE-4 who was asked alone says whether they are named', () => {
  const asked = { memberId: 'writer', answer: null, askedAt: NOW }
  expect(who((viewer) => policy.answer(viewer, asked, NOW))).toEqual(['writer'])
})

test('SHINE-4 its opener and stewards let it rest or take it away; nobody looks at words of their own', () => {
  expect(who((viewer) => policy.rest(viewer, standing))).toEqual(['opener', ...stewards])
  expect(who((viewer) => policy.rest(viewer, over))).toEqual([])
  expect(who((viewer) => policy.takeAway(viewer, over))).toEqual(['opener', ...stewards])
  expect(who((viewer) => policy.report(viewer, { writerId: 'opener' }))).toEqual(['writer', ...others])
  expect(who((viewer) => policy.lookAtReported(viewer, { writerId: 'other steward' }))).toEqual([
    'other administrator',
  ])
  expect(who(policy.office)).toEqual(stewards)
  expect(who(policy.switch)).toEqual(['other administrator'])
})
