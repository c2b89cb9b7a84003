import { expect, test } from 'vitest'
import { addInvitation } from '../../src/members/invitations/store.ts'
import { anew, join, joinForm, newcomers, number, place, to } from '../kit/newcomer.ts'

newcomers()

const members = () => place.house.db.selectFrom('members').select(['name', 'handle', 'account_id']).execute()

test('people who join under the same name at once all come in, each under a handle of their own', async () => {
  const before = new Set((await members()).map(({ handle }) => handle))
  const answers = await Promise.all(
    ['a', 'b', 'c', 'd'].map((one) =>
      place
        .open(`203.0.113.${one.charCodeAt(0)}`)
        .post('/join', joinForm({ name: 'Sam Oduya', email: `sam-${one}${number}@example.org` })),
    ),
  )
  expect(answers.map((answer) => [answer.status, to(answer)])).toEqual(Array(4).fill([303, '/arrived']))
  const handles = (await members()).map(({ handle }) => handle).filter((handle) => !before.has(handle))
  expect(handles.sort()).toEqual(['sam-oduya', 'sam-oduya-2', 'sam-oduya-3', 'sam-oduya-4'])
})

test('joining pressed twice at once never ends in an error', async () => {
  const who = anew()
  const answers = await Promise.all([1, 2, 3].map(() => who.post('/join', joinForm())))
  for (const { status } of answers) expect([303, 422, 429]).toContain(status)
  expect(answers.some(({ status }) => status === 303)).toBe(true)
})

test('an invitation for one lets in one, of two who use it at once', async () => {
  const { house, community } = place
  await join()
  const [inviter] = await house.db.selectFrom('members').select('id').execute()
  await house.db
    .updateTable('communities')
    .set({ sign_up: 'invitation' })
    .where('id', '=', community.id)
    .execute()
  house.communities.forget()
  const { token } = await house.db
    .transaction()
    .execute((trx) =>
      addInvitation(
        trx,
        { communityId: community.id, whom: 'Kit', role: 'member', uses: 1, createdBy: inviter!.id },
        house.clock.now(),
      ),
    )
  const before = (await members()).length
  const answers = await Promise.all(
    ['x', 'y', 'z'].map((one) =>
      place
        .open(`203.0.113.2${one.charCodeAt(0) % 10}`)
        .post(
          '/join',
          joinForm({ name: 'Kit', email: `kit-${one}${number}@example.org`, invitation: token }),
        ),
    ),
  )
  expect((await members()).length - before).toBe(1)
  expect(answers.filter((answer) => to(answer) === '/arrived')).toHaveLength(1)
  for (const { status } of answers) expect(status).toBeLessThan(500)
  const { uses_left } = await house.db.selectFrom('invitations').select('uses_left').executeTakeFirstOrThrow()
  expect(uses_left).toBe(0)
})
