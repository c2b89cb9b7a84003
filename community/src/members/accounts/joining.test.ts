import { describe, expect, test } from 'vitest'
import {
  anew,
  browser,
  confirm,
  email,
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
import { makePlace } from '../../../test/kit/place.ts'
import { accountsFeature, membersFeature } from '../index.ts'

newcomers()

describe('joining', () => {
  test('asks for four things, and signs in at once', async () => {
    const page = await browser.get('/join')
    expect(await words(page)).toMatch(
      /What shall we call you\?.*How we talk here.*across a fence.*I’d like to be part of that/,
    )
    await join()
    expect(await words(await browser.get('/arrived'))).toContain('Hello, Noor. Nothing is expected of you.')
    const member = await place.house.db
      .selectFrom('members')
      .selectAll()
      .where('name', '=', 'Noor')
      .orderBy('joined_at', 'desc')
      .executeTakeFirstOrThrow()
    expect(member).toMatchObject({ status: 'active', role: 'member', under_18: false })
    expect(member.guidelines_agreed_at).toBeInstanceOf(Date)
  })

  test('keeps only “under 18” of an age', async () => {
    await join({ name: `Pia ${number}`, adult: '' })
    const member = await place.house.db
      .selectFrom('members')
      .select('under_18')
      .where('name', '=', `Pia ${number}`)
      .executeTakeFirstOrThrow()
    expect(member.under_18).toBe(true)
  })

  test('says beside each field what to change, and keeps what was typed except the password', async () => {
    const answer = await browser.post('/join', {
      name: '',
      email: 'noor at home',
      password: 'password1234',
      way: 'password',
    })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    for (const said of [
      'Tell us what to call you',
      'name@example.org',
      'Tick this if',
      'Many people use this one',
    ])
      expect(page).toContain(said)
    expect(page).toContain('value="noor at home"')
    expect(page).not.toContain('password1234')
  })

  test('Return in the password field joins by password although it presses the first button', async () => {
    await join({ way: 'link' })
  })

  test('by link: nothing is made until the letter is opened, then one is in', async () => {
    const asked = await browser.post('/join', joinForm({ password: '', way: 'link' }))
    expect([asked.status, to(asked)]).toEqual([303, '/sign-in/link'])
    const link = await lastLink()
    const phone = anew()
    expect(await words(await phone.get(link))).toContain('Press to join Lantern Street')
    const opened = await phone.post('/sign-in/link', { token: tokenOf(link) })
    expect([opened.status, to(opened)]).toEqual([303, '/arrived'])
    expect(await words(await phone.get('/arrived'))).toContain('Hello, Noor')
  })

  test('pressing twice makes one member', async () => {
    const second = place.open(`192.0.2.${number}`)
    const [one, two] = await Promise.all([
      browser.post('/join', joinForm()),
      second.post('/join', joinForm()),
    ])
    expect([one.status, two.status]).toEqual([303, 303])
    expect(await isSignedIn(browser)).toBe(true)
  })

  test('a token or an address never gets into the log', async () => {
    await join()
    await signIn(anew(), 'wrong but long enough')
    const log = place.logged.join('\n')
    expect(log).not.toContain('example.org')
    expect(log).not.toContain(PASSWORD)
  })
})

describe('an address that has an account already', () => {
  test('joining with it looks the same, and a letter tells its owner', async () => {
    await join()
    await confirm()
    const stranger = anew()
    const answer = await stranger.post(
      '/join',
      joinForm({ name: 'Mallory', password: 'nine tomato plants on a sill' }),
    )
    expect([answer.status, to(answer)]).toEqual([303, '/arrived'])
    expect((await letters())[0]!.subject).toBe('You are already at Lantern Street')
    // What the stranger made is an account of its own: it opens nothing of Noor's.
    expect(await words(await stranger.get('/arrived'))).toContain('Hello, Mallory')
    expect((await signIn(anew())).status).toBe(303)
  })

  test('joining again with the right password signs in', async () => {
    await join()
    const again = anew()
    expect((await again.post('/join', joinForm({ name: 'Somebody' }))).status).toBe(303)
    expect(await words(await again.get('/arrived'))).toContain('Hello, Noor')
  })

  test('asking for a link or a new password says the same for any address', async () => {
    await join()
    await confirm()
    const nobody = `nobody${number}@example.org`
    for (const [path, form] of [
      ['/sign-in', { way: 'link' }],
      ['/sign-in/reset', {}],
    ] as const) {
      const known = await anew().post(path, { email, ...form })
      const unknown = await anew().post(path, { email: nobody, ...form })
      expect([known.status, to(known)]).toEqual([unknown.status, to(unknown)])
    }
    const [letter] = await letters(nobody)
    expect(letter!.text).toContain('nobody there uses this address')
    expect(letter!.text).not.toContain('token=')
  })
})

describe('who may join', () => {
  test('by approval, a newcomer waits and is told so', async () => {
    const strict = await makePlace({
      features: [membersFeature, accountsFeature],
      settings: { signUp: 'approval' },
    })
    const visitor = strict.open()
    await visitor.post('/join', joinForm())
    expect(await words(await visitor.get('/arrived'))).toContain('A steward will let you in soon')
    await strict.close()
  })

  test('by invitation, nobody joins without one', async () => {
    const strict = await makePlace({
      features: [membersFeature, accountsFeature],
      settings: { signUp: 'invitation' },
    })
    const visitor = strict.open()
    expect(await words(await visitor.get('/join'))).toContain('grows by invitation')
    expect((await visitor.post('/join', joinForm())).status).toBe(403)
    expect(await words(await visitor.get('/join?invitation=made-up'))).toContain(
      'This invitation was used or is too old',
    )
    await strict.close()
  })
})
