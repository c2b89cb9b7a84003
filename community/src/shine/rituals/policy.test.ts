import { expect, test } from 'vitest'
import { type MemberViewer, type Role, visitor } from '../../foundation/index.ts'
import { type RitualFacts, ritualPolicy } from './policy.ts'
import type { OccasionState } from './rules.ts'

const COMMUNITY = '00000000-0000-7000-8000-00000000000c'

function somebody(memberId: string, given: Partial<MemberViewer> = {}): MemberViewer {
  return { ...visitor(COMMUNITY), memberId, role: 'member', ...given }
}

const roles: Role[] = ['member', 'host', 'steward', 'administrator']
/** Everybody a rule may tell apart. */
const viewers = {
  visitor: visitor(COMMUNITY),
  waiting: somebody('waiting', { waiting: true }),
  asked: somebody('asked'),
  keeper: somebody('keeper'),
  ...Object.fromEntries(roles.map((role) => [role, somebody(role, { role })])),
}

const who = (may: (viewer: (typeof viewers)['visitor']) => boolean) =>
  Object.entries(viewers)
    .filter(([, viewer]) => may(viewer))
    .map(([name]) => name)

const ritual = (given: Partial<RitualFacts> = {}): RitualFacts => ({
  keeperId: 'keeper',
  resting: false,
  space: { postingBy: 'members', archivedAt: null },
  ...given,
})
const members = ['asked', 'keeper', ...roles]

test('SHINE-5 stewards set up; stewards and whoever looks after it change, rest and hand on', () => {
  expect(who((viewer) => ritualPolicy.setUp(viewer))).toEqual(['steward', 'administrator'])
  expect(who((viewer) => ritualPolicy.lookAfter(viewer, ritual()))).toEqual([
    'keeper',
    'steward',
    'administrator',
  ])
})

test.each([
  ['any space', ritual(), members],
  ['one that rests', ritual({ resting: true }), []],
  ['a space where hosts post', ritual({ space: { postingBy: 'hosts', archivedAt: null } }), roles.slice(1)],
  ['a space that rests', ritual({ space: { postingBy: 'members', archivedAt: new Date(0) } }), []],
] as const)('SHINE-5 who may say that they would host in %s', (_, facts, may) => {
  expect(who((viewer) => ritualPolicy.offer(viewer, facts))).toEqual(may)
})

test.each<[OccasionState, string | null, readonly string[], readonly string[]]>([
  ['waiting', 'asked', ['asked'], ['asked']],
  ['waiting', null, members, []],
  ['open', 'asked', [], []],
  ['missed', null, [], []],
])(
  'SHINE-5 who begins one that is %s and asks %s, and who may say “not this time”',
  (state, hostId, begin, decline) => {
    expect(who((viewer) => ritualPolicy.host(viewer, ritual(), { state, hostId }))).toEqual(begin)
    expect(who((viewer) => ritualPolicy.decline(viewer, { state, hostId }))).toEqual(decline)
  },
)

test('only who wrote an entry agrees that it is shown', () => {
  expect(who((viewer) => ritualPolicy.agree(viewer, { authorId: 'asked' }))).toEqual(['asked'])
  expect(who((viewer) => ritualPolicy.agree(viewer, { authorId: 'waiting' }))).toEqual([])
})
