import { expect, test } from 'vitest'
import { type MemberViewer, type Role, visitor } from '../foundation/index.ts'
import { type ConversationFacts, messagePolicy, type ReceiverFacts } from './policy.ts'
import type { ConversationState } from './rules.ts'

const COMMUNITY = '00000000-0000-7000-8000-00000000000c'
const [ASKER, ASKED] = ['asker', 'asked']
const now = new Date('2030-01-01T12:00:00Z')

function somebody(memberId: string, given: Partial<MemberViewer> = {}): MemberViewer {
  return { ...visitor(COMMUNITY), memberId, role: 'member', ...given }
}

const others: Role[] = ['member', 'host', 'steward', 'administrator']
/** Everybody a rule may tell apart. */
const viewers = {
  visitor: visitor(COMMUNITY),
  waiting: somebody(ASKED, { waiting: true }),
  under18: somebody(ASKED, { under18: true }),
  asker: somebody(ASKER),
  asked: somebody(ASKED),
  ...Object.fromEntries(others.map((role) => [`other ${role}`, somebody('other', { role })])),
}

const conversation = (state: ConversationState, otherHere = true): ConversationFacts => ({
  between: [ASKER, ASKED],
  state,
  askedBy: ASKER,
  otherHere,
})
const message = { authorId: ASKER, createdAt: new Date(now.getTime() - 60_000) }
const old = { authorId: ASKER, createdAt: new Date(now.getTime() - 601_000) }

const who = (may: (viewer: (typeof viewers)['visitor']) => boolean) =>
  Object.entries(viewers)
    .filter(([, viewer]) => may(viewer))
    .map(([name]) => name)

test.each([
  ['asked', ['asker', 'asked'], ['asked'], ['asked'], ['asker']],
  ['open', ['asker', 'asked'], ['asker', 'asked'], [], []],
  ['withdrawn', [], [], [], []],
] as const)(
  'CARE-5 a conversation that is %s is for the two alone, whatever anybody’s role',
  (state, read, write, answer, withdraw) => {
    expect(who((viewer) => messagePolicy.read(viewer, conversation(state)))).toEqual(read)
    expect(who((viewer) => messagePolicy.write(viewer, conversation(state)))).toEqual(write)
    expect(who((viewer) => messagePolicy.write(viewer, conversation(state, false)))).toEqual([])
    expect(who((viewer) => messagePolicy.answer(viewer, conversation(state)))).toEqual(answer)
    expect(who((viewer) => messagePolicy.withdraw(viewer, conversation(state)))).toEqual(withdraw)
  },
)

test('MEND-1 a message is brought to the stewards by whoever got it alone, also where its author has left', () => {
  for (const state of ['asked', 'open'] as const)
    for (const otherHere of [true, false]) {
      const facts = conversation(state, otherHere)
      expect(who((viewer) => messagePolicy.report(viewer, facts, { authorId: ASKER }))).toEqual(['asked'])
    }
  expect(who((viewer) => messagePolicy.report(viewer, conversation('withdrawn'), message))).toEqual([])
})

test('a message is taken back by its author, for ten minutes', () => {
  const open = conversation('open')
  expect(who((viewer) => messagePolicy.takeBack(viewer, open, message, now))).toEqual(['asker'])
  expect(who((viewer) => messagePolicy.takeBack(viewer, open, old, now))).toEqual([])
})

test.each([
  [{}, ['asker', 'other member', 'other host', 'other steward', 'other administrator']],
  [{ here: false }, []],
  [{ under18: true }, []],
  [{ takes: 'nobody' }, []],
] as const)('CARE-5 who may ask somebody who is %o', (given, may) => {
  const receiver: ReceiverFacts = { id: ASKED, here: true, under18: false, takes: 'requests', ...given }
  expect(who((viewer) => messagePolicy.ask(viewer, receiver))).toEqual(may)
})

test('CARE-5 “I am here” is left by others than the author, read by the author, taken back by who left it', () => {
  const opening = { authorId: ASKED, memberId: ASKER }
  expect(who((viewer) => messagePolicy.leaveOpening(viewer, opening))).toEqual([
    'asker',
    ...others.map((role) => `other ${role}`),
  ])
  expect(who((viewer) => messagePolicy.readOpening(viewer, opening))).toEqual(['asked'])
  expect(who((viewer) => messagePolicy.takeBackOpening(viewer, opening))).toEqual(['asker'])
})
