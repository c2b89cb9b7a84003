import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { changeCommunity } from '../../foundation/index.ts'
import { addMember } from '../store.ts'
import { readWhom } from './rules.ts'
import { useInvitation } from './use-invitation.ts'

let place: TestApp
let ines: TestMember
let jun: TestMember
let mira: TestMember

beforeAll(async () => {
  place = await makeTestApp()
  ines = await place.member('Ines', { role: 'administrator' })
  jun = await place.member('Jun', { role: 'steward' })
  mira = await place.member('Mira')
})
beforeEach(async () => {
  place.house.mail.letters.length = 0
  await place.house.db.deleteFrom('limits').execute()
})
afterAll(() => place.close())

const tokenIn = (text: string) => /invitation=([\w-]+)/.exec(text)![1]!

async function linkFor(whom: string): Promise<string> {
  const page = await (await place.as(jun).form('/admin/invitations', { whom, line: '' })).text()
  return tokenIn(page)
}

describe('what is typed', () => {
  test('names and addresses come apart at lines, commas and semicolons, each once', () => {
    expect(readWhom('Mira, noor@example.org\n NOOR@example.org;;\nSol the baker')).toEqual([
      { text: 'Mira', isAddress: false },
      { text: 'noor@example.org', isAddress: true },
      { text: 'Sol the baker', isAddress: false },
    ])
  })
})

describe('the letter', () => {
  test('is shown before anything is sent, with the line of one’s own', async () => {
    const fields = { whom: 'noor@example.org, sol@example.org', line: 'Bring your seeds.' }
    const page = await (await place.as(jun).form('/admin/invitations/letter', fields)).text()
    expect(page).toContain('Bring your seeds.')
    expect(page).toContain('Send 2 letters')
    expect(place.house.mail.letters).toEqual([])
  })

  test('goes to each address; names get links that are shown once', async () => {
    const fields = { whom: 'noor@example.org\nSol', line: 'Bring your seeds.' }
    const page = await (await place.as(jun).form('/admin/invitations', fields)).text()
    expect(place.house.mail.letters.map(({ to }) => to)).toEqual(['noor@example.org'])
    expect(place.house.mail.letters[0]!.text).toContain('Bring your seeds.')
    const token = tokenIn(page)
    expect(token).not.toBe(tokenIn(place.house.mail.letters[0]!.text))
    expect(await (await place.as(jun).get('/admin/invitations')).text()).not.toContain(token)
  })

  test('what nobody could be invited with comes back with a sentence and what was typed', async () => {
    const answer = await place.as(jun).form('/admin/invitations', { whom: ' ,, ', line: 'Hello there' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Write at least one name')
    expect(page).toContain('Hello there')
    const many = await place.as(jun).form('/admin/invitations', {
      whom: Array.from({ length: 31 }, (_, i) => `p${i}@example.org`).join(),
      line: '',
    })
    expect(many.status).toBe(422)
  })

  test('sixty a day are the most, and the sixty-first says when to go on', async () => {
    const thirty = (from: number) => Array.from({ length: 30 }, (_, i) => `name ${from + i}`).join()
    for (const from of [0, 30])
      expect((await place.as(jun).form('/admin/invitations', { whom: thirty(from), line: '' })).status).toBe(
        200,
      )
    const answer = await place.as(jun).form('/admin/invitations', { whom: 'one more', line: '' })
    expect(answer.status).toBe(429)
  })
})

describe('the link', () => {
  const community = () => ({ id: place.communityId })
  const useIt = (token: string, memberId: string) =>
    place.house.db
      .transaction()
      .execute((trx) => useInvitation(trx, community(), token, { memberId, now: place.house.clock.now() }))

  test('lets in one, of two who try at once', async () => {
    const token = await linkFor('Noor')
    const answers = await Promise.allSettled([useIt(token, mira.id), useIt(token, ines.id)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await useInvitation(place.house.db, community(), token)).toBeUndefined()
  })

  test('opens nothing once it was taken back, and an unknown one never does', async () => {
    const token = await linkFor('Theo')
    expect(await useInvitation(place.house.db, community(), token)).toMatchObject({ role: 'member' })
    const { id } = await place.house.db
      .selectFrom('invitations')
      .select('id')
      .where('whom', '=', 'Theo')
      .executeTakeFirstOrThrow()
    await place.as(jun).form(`/admin/invitations/${id}/revoke`, {})
    expect(await useInvitation(place.house.db, community(), token)).toBeUndefined()
    expect(await useInvitation(place.house.db, community(), 'guess')).toBeUndefined()
    await expect(useIt(token, mira.id)).rejects.toMatchObject({ code: 'invitation_revoked' })
  })

  test('lapses after thirty days', async () => {
    const token = await linkFor('Late')
    await place.house.db
      .updateTable('invitations')
      .set({ expires_at: new Date(0) })
      .where('whom', '=', 'Late')
      .execute()
    await expect(useIt(token, mira.id)).rejects.toMatchObject({ code: 'invitation_expired' })
  })

  test('is not kept: the database holds its hash', async () => {
    const token = await linkFor('Secret')
    const rows = await place.house.db.selectFrom('invitations').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})

describe('who may', () => {
  test('members do not invite, stewards not to the role of administrator', async () => {
    expect((await place.as(mira).get('/admin/invitations')).status).toBe(404)
    const asked = await place
      .as(jun)
      .form('/admin/invitations', { whom: 'Sol', line: '', role: 'administrator' })
    expect(asked.status).toBe(403)
    const given = await place
      .as(ines)
      .form('/admin/invitations', { whom: 'Sol', line: '', role: 'administrator' })
    expect(given.status).toBe(200)
    const both = await place
      .as(ines)
      .form('/admin/invitations', { whom: 'Sol, Ada', line: '', role: 'administrator' })
    expect(both.status).toBe(422)
  })
})

describe('people at the door', () => {
  async function waiting(name: string): Promise<string> {
    const { db, clock } = place.house
    const { newId } = await import('../../foundation/index.ts')
    const [id, accountId] = [newId(), newId()]
    const email = `${name.toLowerCase()}@example.org`
    await db
      .insertInto('accounts')
      .values({ id: accountId, name, email, email_verified: true } as never)
      .execute()
    await db.transaction().execute((trx) =>
      addMember(trx, {
        communityId: place.communityId,
        id,
        accountId,
        name,
        role: 'member',
        status: 'waiting',
        under18: false,
        timeZone: null,
        joinedAt: clock.now(),
        guidelinesAgreedAt: clock.now(),
      }),
    )
    return id
  }

  test('are let in with a letter, once, also when two stewards answer', async () => {
    await changeCommunity(place.house.db, place.communityId, { signUp: 'approval' })
    const id = await waiting('Pia')
    expect(await (await place.as(jun).get('/admin/waiting')).text()).toContain('Pia')
    expect((await place.as(jun).form(`/admin/waiting/${id}`, { answer: 'let-in' })).status).toBe(303)
    expect(place.house.mail.letters[0]).toMatchObject({
      to: 'pia@example.org',
      subject: 'You are in: Test Street',
    })
    const late = await place.as(ines).form(`/admin/waiting/${id}`, { answer: 'not-now' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Somebody else has just answered')
    const { status } = await place.house.db
      .selectFrom('members')
      .select('status')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(status).toBe('active')
  })

  test('hear kind words after "Not now", and may ask again', async () => {
    const id = await waiting('Theo')
    await place.as(jun).form(`/admin/waiting/${id}`, { answer: 'not-now' })
    expect(place.house.mail.letters[0]!.text).toContain('This says nothing about you')
    expect(await place.house.db.selectFrom('members').select('id').where('id', '=', id).execute()).toEqual([])
  })

  test('are for stewards to see', async () => {
    expect((await place.as(mira).get('/admin/waiting')).status).toBe(404)
    expect((await place.as(undefined).get('/admin/waiting')).status).toBe(303)
  })
})
