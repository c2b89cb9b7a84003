import { afterAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { type MemberViewer, type Role, visitor } from '../../foundation/index.ts'
import { readViewer } from '../read-viewer.ts'
import { remembrancePolicy as policy } from './policy.ts'
import { confirmRemembrance, proposeRemembrance, undoRemembrance, withdrawRemembrance } from './remember.ts'

let place: TestApp
let mira: TestMember
let noor: TestMember
let jun: TestMember
let sol: TestMember
let ines: TestMember

beforeEach(async () => {
  await place?.close()
  place = await makeTestApp()
  mira = await place.member('Mira')
  noor = await place.member('Noor')
  jun = await place.member('Jun', { role: 'steward' })
  sol = await place.member('Sol', { role: 'steward' })
  ines = await place.member('Ines', { role: 'administrator' })
})
afterAll(() => place?.close())

const code = (doing: Promise<unknown>) =>
  doing.then(
    () => 'fine',
    (error: { code: string }) => error.code,
  )
const propose = (by = jun, about = mira, why = 'Her sister wrote to us.') =>
  proposeRemembrance(place.house, by.viewer, about.id, why)
const confirm = (by = sol) => confirmRemembrance(place.house, by.viewer, mira.id)

test('CARE-8 two stewards together: one asks with a reason, a second confirms, never one alone', async () => {
  expect(await code(propose(noor))).toBe('not_found')
  expect(await code(propose(jun, mira, ' '))).toBe('reason_missing')
  await propose()
  expect(await code(propose(sol))).toBe('remembrance_changed')
  expect(await code(confirm(jun))).toBe('second_steward_needed')
  expect(await code(confirm(noor))).toBe('not_found')
  const page = await (await place.as(noor).get('/members/mira')).text()
  expect(page).not.toContain('In memory of')
  const both = await Promise.all([code(confirm(sol)), code(confirm(ines))])
  expect(both.filter((one) => one === 'fine')).toHaveLength(1)
  expect(await (await place.as(noor).get('/members/mira')).text()).toContain('In memory of Mira')
  expect(await code(withdrawRemembrance(place.house, sol.viewer, mira.id))).toBe('not_found')
})

test('CARE-8 what waits is taken back by any steward; an administrator alone undoes what was confirmed', async () => {
  await propose()
  await withdrawRemembrance(place.house, sol.viewer, mira.id)
  await propose(sol)
  await confirm(jun)
  expect(await code(undoRemembrance(place.house, jun.viewer, mira.id))).toBe('not_found')
  await undoRemembrance(place.house, ines.viewer, mira.id)
  expect(await (await place.as(noor).get('/members/mira')).text()).not.toContain('In memory of')
  const log = await (await place.as(ines).get('/admin/audit')).text()
  for (const step of ['asked whether', 'took back the question', 'to remembrance', 'undid the remembrance'])
    expect(log).toContain(step)
})

test('CARE-8 nobody signs in as them, and joining again with their account is refused with a sentence', async () => {
  const token = mira.viewer.sessionId!
  expect((await readViewer(place.house, place.communityId, token)).memberId).toBe(mira.id)
  await propose()
  await confirm()
  expect((await readViewer(place.house, place.communityId, token)).memberId).toBeUndefined()
  const { joinMember } = await import('../accounts/join-member.ts')
  const c = { var: { house: place.house, community: { id: place.communityId, name: 'Street' } } }
  const newcomer = { accountId: mira.viewer.accountId!, name: 'Mira', under18: false }
  expect(await code(joinMember(c as never, {} as never, newcomer))).toBe('remembered')
  await undoRemembrance(place.house, ines.viewer, mira.id)
  expect((await readViewer(place.house, place.communityId, token)).memberId).toBe(mira.id)
})

test('CARE-8 their page keeps their words, gently, and offers nothing to do; the reason stays with stewards', async () => {
  const garden = await place.space('garden')
  await place.house.db.updateTable('members').set({ bio: 'Two winters.' }).where('id', '=', mira.id).execute()
  const post = await place.post(mira, garden, { title: 'The kettle' })
  await propose()
  await confirm()
  const page = await (await place.as(noor).get('/members/mira')).text()
  for (const words of ['In memory of Mira', 'Two winters.', 'The kettle']) expect(page).toContain(words)
  for (const act of ['/thank?', 'messages/new', 'unfollow', '/follow"', 'spotlight/about', 'there now'])
    expect(page).not.toContain(act)
  expect(page).not.toContain('sister')
  expect((await place.as(noor).get(`/posts/${post}`)).status).toBe(200)
  expect(await (await place.as(sol).get(`/admin/remembrance/${mira.id}`)).text()).toContain(
    'kept in remembrance',
  )
  expect(await (await place.as(ines).get(`/admin/remembrance/${mira.id}`)).text()).toContain('Undo it')
})

const COMMUNITY = '00000000-0000-7000-8000-00000000000c'
const somebody = (memberId: string, role: Role): MemberViewer => ({ ...visitor(COMMUNITY), memberId, role })
const viewers = [
  visitor(COMMUNITY),
  { ...somebody('waiting', 'steward'), waiting: true },
  somebody('mira', 'steward'),
  somebody('member', 'member'),
  somebody('host', 'host'),
  somebody('first', 'steward'),
  somebody('second', 'steward'),
  somebody('administrator', 'administrator'),
]
const who = (may: (viewer: (typeof viewers)[number]) => boolean) =>
  viewers.filter(may).map(({ memberId }) => memberId)

test('CARE-8 who may', () => {
  const stewards = ['mira', 'first', 'second', 'administrator']
  expect(who(policy.read)).toEqual(stewards)
  expect(who((viewer) => policy.propose(viewer, { id: 'mira', status: 'active' }))).toEqual(stewards.slice(1))
  expect(who((viewer) => policy.propose(viewer, { id: 'mira', status: 'left' }))).toEqual([])
  const waits = { memberId: 'mira', proposedBy: 'first' }
  expect(who((viewer) => policy.confirm(viewer, waits))).toEqual(['second', 'administrator'])
  expect(who(policy.withdraw)).toEqual(stewards)
  expect(who(policy.undo)).toEqual(['administrator'])
})
