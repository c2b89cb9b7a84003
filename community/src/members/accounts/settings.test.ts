import { describe, expect, test } from 'vitest'
import {
  anew,
  browser,
  confirm,
  isSignedIn,
  join,
  joinForm,
  lastLink,
  letters,
  newcomers,
  number,
  PASSWORD,
  place,
  signIn,
  to,
  tokenOf,
  words,
} from '../../../test/kit/newcomer.ts'

newcomers()

describe('settings', () => {
  test('another address counts once its letter is opened; the old one is told', async () => {
    await join()
    await confirm()
    const other = `other${number}@example.org`
    await browser.post('/settings/sign-in/email', { email: other })
    expect((await signIn(anew())).status).toBe(303)
    await anew().post('/sign-in/confirm', { token: tokenOf(await lastLink(other)) })
    expect((await letters())[0]!.subject).toBe('Your address at Lantern Street was changed')
    expect((await signIn(anew())).status).toBe(422)
    expect(
      (await anew().post('/sign-in', { email: other, password: PASSWORD, way: 'password' })).status,
    ).toBe(303)
  })

  test('shows where one is signed in, and ends it there', async () => {
    await join()
    const phone = anew()
    await signIn(phone)
    const page = await (await browser.get('/settings/sign-in')).text()
    expect(page).toContain('Firefox on Linux')
    const id = /sessions\/([0-9a-f-]{36})\/end/.exec(page)![1]
    await browser.post(`/settings/sign-in/sessions/${id}/end`)
    expect(await isSignedIn(phone)).toBe(false)
    expect(await isSignedIn(browser)).toBe(true)
  })

  test('nobody ends somebody else’s', async () => {
    await join()
    const id = /sessions\/([0-9a-f-]{36})\/end/
    const phone = anew()
    await signIn(phone)
    const mine = id.exec(await (await browser.get('/settings/sign-in')).text())![1]
    const other = place.open(`203.0.113.${number}`)
    await other.post('/join', joinForm({ email: `mallory${number}@example.org` }))
    await other.post(`/settings/sign-in/sessions/${mine}/end`)
    expect(await isSignedIn(phone)).toBe(true)
  })

  test('an hour after signing in, changing asks to sign in once more', async () => {
    await join()
    place.later(61)
    expect(await words(await browser.get('/settings/sign-in'))).toContain('Sign in once more')
    expect(
      (await browser.post('/settings/sign-in/password', { password: 'nine tomato plants on a sill' })).status,
    ).toBe(403)
    place.later(-61)
    expect((await signIn(anew())).status).toBe(303)
  })

  test('an account can go, and takes its name along', async () => {
    await join({ name: `Theo ${number}` })
    await confirm()
    const left = await browser.post('/settings/sign-in/leave')
    expect(to(left)).toBe('/goodbye')
    expect(await isSignedIn(browser)).toBe(false)
    expect((await signIn(anew())).status).toBe(422)
    expect(
      await place.house.db
        .selectFrom('members')
        .select('id')
        .where('name', '=', `Theo ${number}`)
        .executeTakeFirst(),
    ).toBeUndefined()
    expect((await letters())[0]!.subject).toBe('Your account at Lantern Street is gone')
  })

  test('the only administrator stays until there is another', async () => {
    await join({ name: `Ines ${number}` })
    await place.house.db
      .updateTable('members')
      .set({ role: 'administrator' })
      .where('name', '=', `Ines ${number}`)
      .execute()
    const answer = await browser.post('/settings/sign-in/leave')
    expect(answer.status).toBe(409)
    expect(await words(answer)).toContain('You are the only administrator')
  })
})

test('a session lives on while it is used, and ends thirty days after the last day', async () => {
  await join()
  const token = place.accounts.readSessionToken(
    [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  )!
  const day = 86_400_000
  const sessions = place.house.db.updateTable('sessions').where('token', '=', token)
  await sessions
    .set({ updated_at: new Date(Date.now() - 3 * day), expires_at: new Date(Date.now() + 5 * day) })
    .execute()
  const used = await browser.get('/settings/sign-in')
  expect(used.headers.getSetCookie().join()).toMatch(/^kindling=.*Max-Age=2592000/)
  expect((await browser.get('/settings/sign-in')).headers.getSetCookie()).toEqual([])
  const kept = await place.house.db
    .selectFrom('sessions')
    .select('expires_at')
    .where('token', '=', token)
    .executeTakeFirstOrThrow()
  expect(kept.expires_at.getTime()).toBeGreaterThan(Date.now() + 29 * day)
  place.later(31 * 24 * 60)
  expect(await isSignedIn(browser)).toBe(false)
  place.later(-31 * 24 * 60)
})
