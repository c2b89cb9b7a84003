import { expect, test } from 'vitest'
import { type MemberViewer, type Role, visitor } from '../../foundation/index.ts'
import { type PersonFacts, spotlightPolicy as policy } from './policy.ts'

const COMMUNITY = '00000000-0000-7000-8000-00000000000c'
const now = new Date('2030-05-04T10:00:00Z')
const somebody = (memberId: string, given: Partial<MemberViewer> = {}): MemberViewer => ({
  ...visitor(COMMUNITY),
  memberId,
  role: 'member',
  ...given,
})
const roles: Role[] = ['member', 'host', 'steward', 'administrator']
const others = roles.map((role) => `other ${role}`)
/** Everybody a rule may tell apart. */
const viewers = {
  visitor: visitor(COMMUNITY),
  waiting: somebody('waiting', { waiting: true }),
  about: somebody('about'),
  writer: somebody('writer'),
  under18: somebody('young', { under18: true }),
  ...Object.fromEntries(roles.map((role) => [`other ${role}`, somebody(`other ${role}`, { role })])),
}
const who = (may: (viewer: (typeof viewers)['visitor']) => boolean) =>
  Object.entries(viewers)
    .filter(([, viewer]) => may(viewer))
    .map(([name]) => name)

test('SHINE-3 what is lit is for members; about whom one may write', () => {
  expect(who(policy.read)).toEqual(['about', 'writer', 'under18', ...others])
  const about: PersonFacts = { id: 'about', here: true, under18: false, closed: false }
  expect(who((viewer) => policy.write(viewer, about))).toEqual(['writer', 'under18', ...others])
  for (const given of [{ here: false }, { under18: true }, { closed: true }])
    expect(who((viewer) => policy.write(viewer, { ...about, ...given }))).toEqual([])
})

test('SHINE-3 words belong to whom they are about, and to nobody’s role', () => {
  for (const delivered of [true, false]) {
    expect(who((viewer) => policy.keep(viewer, { aboutId: 'about', delivered, takenOut: false }))).toEqual(
      delivered ? ['about'] : [],
    )
    expect(who((viewer) => policy.takeBack(viewer, { writerId: 'writer', delivered }))).toEqual(
      delivered ? [] : ['writer'],
    )
  }
  const asked = { memberId: 'about', answer: null, askedAt: now }
  expect(who((viewer) => policy.readAsked(viewer, asked))).toEqual(['about'])
  expect(who((viewer) => policy.answer(viewer, asked, now))).toEqual(['about'])
  expect(who((viewer) => policy.answer(viewer, { ...asked, answer: 'no' }, now))).toEqual([])
  expect(who((viewer) => policy.end(viewer, { ...asked, answer: 'yes' }))).toEqual(['about'])
  expect(who((viewer) => policy.end(viewer, asked))).toEqual([])
})

test('SHINE-3 who hosts: whoever says yes, another each month; only they draw and ask; stewards appoint', () => {
  expect(who((viewer) => policy.becomeHost(viewer, {}))).toEqual(['about', 'writer', ...others])
  expect(who((viewer) => policy.becomeHost(viewer, { hostBefore: 'writer' }))).toEqual(['about', ...others])
  expect(who((viewer) => policy.becomeHost(viewer, { hostId: 'writer' }))).toEqual([])
  expect(who((viewer) => policy.host(viewer, { hostId: 'writer' }))).toEqual(['writer'])
  expect(who((viewer) => policy.host(viewer, {}))).toEqual([])
  expect(who(policy.appoint)).toEqual(['other steward', 'other administrator'])
})

test('SHINE-3 a sentence is reported by whom it is about, and while it is lit by whoever reads it but its writer', () => {
  const words = { writerId: 'writer', aboutId: 'about', delivered: true, takenOut: false, lit: false }
  const report = (more: object) => who((viewer) => policy.report(viewer, { ...words, ...more }))
  expect(report({})).toEqual(['about'])
  expect(report({ delivered: false })).toEqual([])
  expect(report({ takenOut: true })).toEqual([])
  expect(report({ lit: true })).toEqual(['about', 'under18', ...others])
})
