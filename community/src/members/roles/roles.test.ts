import { afterAll, beforeEach, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { changeRole, keepAnAdministrator } from './change-role.ts'
import { mayGive, memberRoles } from './rules.ts'

let place: TestApp
let ines: TestMember
let jun: TestMember
let mira: TestMember

beforeEach(async () => {
  await place?.close()
  place = await makeTestApp()
  ines = await place.member('Ines', { role: 'administrator' })
  jun = await place.member('Jun', { role: 'steward' })
  mira = await place.member('Mira')
})
afterAll(() => place.close())

const roleOf = async (id: string) =>
  (await place.house.db.selectFrom('members').select('role').where('id', '=', id).executeTakeFirstOrThrow())
    .role

test('stewards make hosts and nothing more; members and hosts give nothing', () => {
  const given = (giver: (typeof memberRoles)[number]) =>
    memberRoles.flatMap((from) =>
      memberRoles.filter((to) => from !== to && mayGive(giver, from, to)).map((to) => `${from}>${to}`),
    )
  expect(given('member')).toEqual([])
  expect(given('host')).toEqual([])
  expect(given('steward')).toEqual(['member>host', 'host>member'])
  expect(given('administrator')).toHaveLength(12)
})

test('a role is given with a reason, which its bearer can find and the log does not hold', async () => {
  const answer = await place
    .as(ines)
    .form(`/admin/people/${mira.id}`, { role: 'host', reason: 'You run the seed swap so well.' })
  expect(answer.headers.get('location')).toBe(`/admin/people/${mira.id}?saved=1`)
  expect(await roleOf(mira.id)).toBe('host')
  expect(await (await place.as(ines).get(`/admin/people/${mira.id}`)).text()).toContain(
    'You run the seed swap so well.',
  )
  const log = await (await place.as(ines).get('/admin/audit')).text()
  expect(log).toContain('Ines changed what Mira looks after')
  expect(log).not.toContain('seed swap')
})

test('without a reason nothing changes, and the form says so', async () => {
  const answer = await place.as(ines).form(`/admin/people/${mira.id}`, { role: 'host', reason: '  ' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Say why, in a few words')
  expect(await roleOf(mira.id)).toBe('member')
})

test('a steward cannot make a steward, nor touch an administrator', async () => {
  expect(
    (await place.as(jun).form(`/admin/people/${mira.id}`, { role: 'steward', reason: 'Please' })).status,
  ).toBe(403)
  expect(
    (await place.as(jun).form(`/admin/people/${ines.id}`, { role: 'member', reason: 'Please' })).status,
  ).toBe(403)
  expect(await roleOf(ines.id)).toBe('administrator')
})

test('the last administrator stays, also when two take each other’s role at once', async () => {
  const alone = await place.as(ines).form(`/admin/people/${ines.id}`, { role: 'member', reason: 'A rest' })
  expect(alone.status).toBe(409)
  expect(await alone.text()).toContain('no administrator then')
  const sol = await place.member('Sol', { role: 'administrator' })
  const tries = await Promise.allSettled([
    changeRole(place.house, ines.viewer, { memberId: sol.id, to: 'member', reason: 'A rest' }),
    changeRole(place.house, sol.viewer, { memberId: ines.id, to: 'member', reason: 'A rest' }),
  ])
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect([await roleOf(ines.id), await roleOf(sol.id)].sort()).toEqual(['administrator', 'member'])
})

test('leaving asks the same question', async () => {
  const leave = (id: string) =>
    place.house.db.transaction().execute((trx) => keepAnAdministrator(trx, place.communityId, id))
  await expect(leave(ines.id)).rejects.toMatchObject({ code: 'last_administrator' })
  await leave(jun.id)
  await place.member('Sol', { role: 'administrator' })
  await leave(ines.id)
})

test('people are found by the beginning of their name, whatever is typed', async () => {
  await place.member('100% Robin')
  const find = async (name: string) =>
    (await place.as(jun).get(`/admin/people?name=${encodeURIComponent(name)}`)).text()
  expect(await find('mi')).toContain('Mira')
  expect(await find('%')).not.toContain('Mira')
  expect(await find('100%')).toContain('100% Robin')
})
