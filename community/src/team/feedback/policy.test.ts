import { expect, test } from 'vitest'
import { type MemberViewer, type Role, visitor } from '../../foundation/index.ts'
import { feedbackPolicy as policy } from './policy.ts'

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
  young: somebody('young', { under18: true }),
  asker: somebody('asker'),
  'young asker': somebody('asker', { under18: true }),
  writer: somebody('writer'),
  ...Object.fromEntries(roles.map((role) => [`other ${role}`, somebody(`other ${role}`, { role })])),
}
const who = (may: (viewer: (typeof viewers)['visitor']) => boolean) =>
  Object.entries(viewers)
    .filter(([, viewer]) => may(viewer))
    .map(([name]) => name)
const now = new Date('2026-05-03T10:00:00Z')
const ask = { askerId: 'asker', until: new Date('2026-05-10T00:00:00Z'), closedAt: null }
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

test('THANKS-7 what came is read by who asked for it alone, whatever anybody’s role', () => {
  expect(who((viewer) => policy.receive(viewer, ask))).toEqual(['asker'])
})

test('THANKS-7 feedback is closed for who is under 18, on both sides, and for who waits', () => {
  expect(who(policy.use)).toEqual(['asker', 'writer', ...others])
  const asker = viewers.asker
  expect(policy.askPerson(asker, { id: 'writer', here: true, under18: false })).toBe(true)
  expect(policy.askPerson(asker, { id: 'writer', here: true, under18: true })).toBe(false)
  expect(policy.askPerson(asker, { id: 'writer', here: false, under18: false })).toBe(false)
  expect(policy.askPerson(asker, { id: 'asker', here: true, under18: false })).toBe(false)
})

test('THANKS-7 the people of a space are asked together in teams for invited people only', () => {
  const kinds = ['support', 'family', 'hobby', 'project', 'team'] as const
  const asked = (visibility: 'public' | 'members' | 'invited') =>
    kinds.filter((kind) => policy.askSpace(viewers.asker, { kind, visibility }))
  expect(asked('public')).toEqual([])
  expect(asked('members')).toEqual([])
  expect(asked('invited')).toEqual(['hobby', 'project', 'team'])
})

test('THANKS-7 whoever was asked may answer while it is open, and take it back for ten minutes', () => {
  expect(who((viewer) => policy.answer(viewer, ask, true, now))).toEqual(['writer', ...others])
  expect(who((viewer) => policy.answer(viewer, ask, false, now))).toEqual([])
  expect(who((viewer) => policy.answer(viewer, { ...ask, closedAt: now }, true, now))).toEqual([])
  expect(who((viewer) => policy.answer(viewer, ask, true, ask.until))).toEqual([])
  const answer = { writerId: 'writer', createdAt: now }
  expect(who((viewer) => policy.takeBack(viewer, answer, later(9)))).toEqual(['writer'])
  expect(who((viewer) => policy.takeBack(viewer, answer, later(11)))).toEqual([])
})
