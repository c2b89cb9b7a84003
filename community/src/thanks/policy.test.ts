import { expect, test } from 'vitest'
import type { EntryView, Need, PostView } from '../conversation/index.ts'
import { type Role, type Viewer, visitor } from '../foundation/index.ts'
import type { SpaceKind, SpaceVisibility } from '../spaces/index.ts'
import { thanksPolicy } from './policy.ts'
import { type Gift, gifts } from './rules.ts'

const viewer = (id: string, role: Role = 'member', more: Partial<Viewer> = {}): Viewer =>
  ({ ...visitor('place'), memberId: id, accountId: id, role, name: id, handle: id, ...more }) as Viewer

const people = {
  visitor: visitor('place'),
  waiting: viewer('wendy', 'member', { waiting: true }),
  member: viewer('theo'),
  giver: viewer('noor'),
  receiver: viewer('mira'),
  steward: viewer('jun', 'steward'),
  administrator: viewer('ines', 'administrator'),
}
type Name = keyof typeof people
const names = Object.keys(people) as Name[]
const whoMay = (may: (viewer: Viewer) => boolean) => names.filter((name) => may(people[name]))

/** A post of Mira's as one of them sees it. */
function post(
  by: Name,
  more: Partial<PostView> & { kind?: SpaceKind; door?: SpaceVisibility } = {},
): PostView {
  const { kind = 'hobby', door = 'public', ...rest } = more
  return {
    id: 'post',
    isReply: false,
    author: { id: 'mira', name: 'Mira', handle: 'mira', pictureId: null },
    mine: by === 'receiver',
    deleted: false,
    hidden: false,
    held: false,
    locked: false,
    need: null,
    space: { kind, visibility: door, archived: false },
    ...rest,
  } as PostView
}

const mayGive = (gift: Gift, more: Parameters<typeof post>[1] = {}) =>
  names.filter((name) => {
    const one = post(name, more)
    return thanksPolicy.give(people[name], gift, { post: one, entry: one }, 'hug')
  })
const members: Name[] = ['member', 'giver', 'steward', 'administrator']

test('THANKS-1 everybody inside may thank for a post but its author, and nobody for what is gone', () => {
  expect(mayGive('thanks')).toEqual(members)
  for (const gone of [{ deleted: true }, { hidden: true }, { held: true }])
    for (const gift of gifts) expect(mayGive(gift, gone), gift).toEqual([])
})

test('THANKS-2 each sister for its own kind of post', () => {
  const fits: Partial<Record<Gift, Need>> = {
    hug: 'listening',
    'with-you': 'listening',
    candle: 'listening',
    cheer: 'celebrate',
    star: 'feedback',
  }
  for (const [gift, need] of Object.entries(fits) as [Gift, Need][]) {
    expect(mayGive(gift, { need }), gift).toEqual(members)
    expect(mayGive(gift, { need: 'advice' }), gift).toEqual([])
    expect(mayGive(gift, { need: null }), gift).toEqual([])
  }
})

test('THANKS-2 no shout-out from support, family and closed spaces, or for words without a name', () => {
  expect(mayGive('shout-out')).toEqual(members)
  expect(mayGive('shout-out', { kind: 'support', door: 'members' })).toEqual([])
  expect(mayGive('shout-out', { kind: 'family', door: 'members' })).toEqual([])
  expect(mayGive('shout-out', { kind: 'team', door: 'invited' })).toEqual([])
  expect(mayGive('shout-out', { author: undefined })).toEqual([])
})

test('THANKS-1 THANKS-6 who asked thanks who read along and tells helpers what came of it; both only under a name', () => {
  expect(mayGive('readers')).toEqual(['receiver'])
  expect(mayGive('readers', { author: undefined })).toEqual([])
  const next = (more: Parameters<typeof post>[1] = {}) =>
    names.filter((name) => {
      const entry = { ...post(name), isReply: true, mine: name === 'giver' } as EntryView
      return thanksPolicy.give(people[name], 'next', { post: post(name, more), entry })
    })
  expect(next()).toEqual(['receiver'])
  expect(next({ author: undefined })).toEqual([])
})

test('THANKS-1 what stays between two is read by the two alone, whatever the role of who asks', () => {
  const facts = { giverId: 'noor', receiverId: 'mira', reach: 'reached', putAway: false, hidden: false }
  const read = (more: object) =>
    whoMay((one) => thanksPolicy.read(one, { ...facts, showing: 'between', ...more }))
  expect(read({})).toEqual(['giver', 'receiver'])
  expect(read({ showing: 'declined' })).toEqual(['giver', 'receiver'])
  expect(read({ showing: 'shown' })).toEqual(names)
  for (const out of [{ reach: 'waits' }, { reach: 'stopped' }, { putAway: true }, { hidden: true }])
    expect(read({ showing: 'shown', ...out })).toEqual(['giver'])
})

test('THANKS-1 only who gave it takes it back, only who was given it does anything with it', () => {
  expect(whoMay((one) => thanksPolicy.takeBack(one, { giverId: 'noor' }))).toEqual(['giver'])
  const receive = (reach: string, hidden = false) =>
    whoMay((one) => thanksPolicy.receive(one, { receiverId: 'mira', reach, hidden }))
  expect(receive('reached')).toEqual(['receiver'])
  expect(receive('waits')).toEqual(['receiver'])
  expect(receive('stopped')).toEqual([])
  expect(receive('reached', true)).toEqual([])
  expect(
    whoMay((one) => thanksPolicy.receive(one, { receiverId: null, reach: 'reached', hidden: false })),
  ).toEqual([])
})

test('THANKS-1 who was given it reports it, and of what is shown everybody inside but who gave it', () => {
  const facts = { giverId: 'noor', receiverId: 'mira', reach: 'reached', putAway: false, hidden: false }
  const report = (more: object) =>
    whoMay((one) => thanksPolicy.report(one, { ...facts, showing: 'between', ...more }))
  expect(report({})).toEqual(['receiver'])
  for (const own of [{ reach: 'waits' }, { putAway: true }]) expect(report(own)).toEqual(['receiver'])
  expect(report({ reach: 'stopped' })).toEqual([])
  expect(report({ hidden: true, showing: 'shown' })).toEqual([])
  expect(report({ showing: 'shown' })).toEqual(['member', 'receiver', 'steward', 'administrator'])
})

test('THANKS-4 stewards take down what is shown, and nothing else', () => {
  expect(whoMay((one) => thanksPolicy.takeDown(one, { showing: 'shown' }))).toEqual([
    'steward',
    'administrator',
  ])
  expect(whoMay((one) => thanksPolicy.takeDown(one, { showing: 'between' }))).toEqual([])
})
