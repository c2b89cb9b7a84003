import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Browser, makePlace, ORIGIN, type Place } from '../../../test/kit/place.ts'
import { recentLetters } from '../../foundation/index.ts'
import { accountsFeature, membersFeature } from '../index.ts'

const PASSWORD = 'the heron waits by the weir'
/** The field of forms that says where to afterwards. */
const THEN = 'then'
let place: Place
let number = 0

beforeAll(async () => {
  place = await makePlace({ features: [membersFeature, accountsFeature] })
})
afterAll(() => place.close())

let browser: Browser
let email: string
beforeEach(() => {
  number++
  browser = place.open(`192.0.2.${number}`)
  email = `noor${number}@example.org`
})

const anew = () => place.open(`198.51.100.${number}`)
const words = async (answer: Response) => (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const to = (answer: Response) => answer.headers.get('location')

async function letters(address = email) {
  return (await recentLetters(place.house.db, place.community.id, 500)).filter(
    (letter) => letter.to === address,
  )
}
async function lastLink(address = email): Promise<string> {
  const [letter] = await letters(address)
  return /http:\/\/localhost:4600(\S*token=\S+)/.exec(letter!.text)![1]!
}
const tokenOf = (link: string) => new URL(link, ORIGIN).searchParams.get('token')!

const joinForm = (more: Record<string, string> = {}) => ({
  name: 'Noor',
  email,
  agree: 'yes',
  adult: 'yes',
  password: PASSWORD,
  way: 'password',
  ...more,
})

async function join(more: Record<string, string> = {}): Promise<void> {
  const answer = await browser.post('/join', joinForm(more))
  expect([answer.status, to(answer)]).toEqual([303, '/arrived'])
}
const signIn = (where: Browser, password = PASSWORD, more: Record<string, string> = {}) =>
  where.post('/sign-in', { email, password, way: 'password', ...more })
const isSignedIn = async (where: Browser) => (await where.get('/settings/sign-in')).status === 200

async function confirm(): Promise<void> {
  const answer = await anew().post('/sign-in/confirm', { token: tokenOf(await lastLink()) })
  expect(answer.status).toBe(200)
}

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

describe('signing in with a password', () => {
  test('in, and out again', async () => {
    await join()
    const phone = anew()
    const answer = await signIn(phone, PASSWORD, { [THEN]: '/new?need=advice' })
    expect([answer.status, to(answer)]).toEqual([303, '/auth/arrive?then=%2Fnew%3Fneed%3Dadvice'])
    expect(to(await phone.get(to(answer)!))).toBe('/new?need=advice')
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('kindling='))!
    expect(cookie).toMatch(/Max-Age=2592000/)
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    const kept = new Map(phone.cookies)
    expect(to(await phone.post('/sign-out'))).toBe('/')
    expect(await isSignedIn(phone)).toBe(false)
    for (const [name, value] of kept) phone.cookies.set(name, value)
    expect(await isSignedIn(phone)).toBe(false)
  })

  test('a wrong password and an unknown address get the same answer in about the same time', async () => {
    await join()
    await confirm()
    const times: number[][] = [[], []]
    const pages: string[] = []
    for (let round = 0; round < 4; round++)
      for (const [index, address] of [email, `nobody${number}@example.org`].entries()) {
        const begun = performance.now()
        const answer = await anew().post('/sign-in', {
          email: address,
          password: 'not the right one at all',
          way: 'password',
        })
        times[index]!.push(performance.now() - begun)
        expect(answer.status).toBe(422)
        pages[index] = (await answer.text()).replaceAll(address, '')
      }
    expect(pages[0]).toBe(pages[1])
    expect(pages[0]).toContain('That address and password do not go together')
    const [known, unknown] = times.map((list) => Math.min(...list))
    expect(Math.abs(known! - unknown!)).toBeLessThan(Math.max(known!, unknown!) * 0.5)
  })

  test('somebody else’s tries do not shut the owner out', async () => {
    await join()
    const thief = place.open('203.0.113.77')
    let last = 0
    for (let round = 0; round < 10; round++) last = (await signIn(thief, `wrong one number ${round}`)).status
    expect(last).toBe(429)
    expect(await words(await signIn(thief, 'wrong again and again'))).toMatch(/Try again in \d+ minutes?/)
    expect((await signIn(anew())).status).toBe(303)
  })

  test.each(['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example'])(
    'does not lead to %s',
    async (then) => {
      await join()
      expect(to(await signIn(anew(), PASSWORD, { [THEN]: then }))).toBe('/auth/arrive')
      expect(to(await browser.get(`/sign-in?then=${encodeURIComponent(then)}`))).toBe('/')
    },
  )
})

describe('a link in a letter', () => {
  beforeEach(async () => {
    await join()
    await confirm()
    await anew().post('/sign-in', { email, way: 'link' })
  })

  test('signs in once', async () => {
    const link = await lastLink()
    await anew().get(link)
    const phone = anew()
    expect((await phone.post('/sign-in/link', { token: tokenOf(link) })).status).toBe(303)
    expect(await isSignedIn(phone)).toBe(true)
    expect(await words(await anew().post('/sign-in/link', { token: tokenOf(link) }))).toContain(
      'This link no longer works',
    )
  })

  test('of two who press at once, one gets in', async () => {
    const token = tokenOf(await lastLink())
    const answers = await Promise.all([
      anew().post('/sign-in/link', { token }),
      anew().post('/sign-in/link', { token }),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422])
  })

  test('is too old after half an hour', async () => {
    const token = tokenOf(await lastLink())
    place.later(31)
    expect((await anew().post('/sign-in/link', { token })).status).toBe(422)
    place.later(-31)
  })
})

test('a link to an address nobody confirmed gives the account to whoever reads its mail, and to nobody else', async () => {
  await join()
  await anew().post('/sign-in', { email, way: 'link' })
  const phone = anew()
  const opened = await phone.post('/sign-in/link', { token: tokenOf(await lastLink()) })
  expect(to(opened)).toContain('/sign-in/confirmed')
  expect(await words(await phone.get(to(opened)!))).toContain(
    'The password chosen before that no longer works',
  )
  expect(await isSignedIn(phone)).toBe(true)
  expect(await isSignedIn(browser)).toBe(false)
  expect((await signIn(anew())).status).toBe(422)
})

describe('a new password', () => {
  test('by letter: once, for an hour, and every device is signed out', async () => {
    await join()
    await confirm()
    await anew().post('/sign-in/reset', { email })
    const link = await lastLink()
    const phone = anew()
    expect(await words(await phone.get(link))).toContain('A new password')
    const weak = await phone.post('/sign-in/reset', { token: tokenOf(link), password: 'short' })
    expect(weak.status).toBe(422)
    const done = await phone.post('/sign-in/reset', {
      token: tokenOf(link),
      password: 'nine tomato plants on a sill',
    })
    expect(done.status).toBe(303)
    expect(await isSignedIn(phone)).toBe(true)
    expect(await isSignedIn(browser)).toBe(false)
    expect((await signIn(anew())).status).toBe(422)
    expect((await signIn(anew(), 'nine tomato plants on a sill')).status).toBe(303)
    expect(
      (await anew().post('/sign-in/reset', { token: tokenOf(link), password: 'another one, quite long' }))
        .status,
    ).toBe(422)
    expect((await letters())[0]!.subject).toBe('Your password at Lantern Street was changed')
  })
})

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
