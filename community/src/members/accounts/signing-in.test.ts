import { beforeEach, describe, expect, test } from 'vitest'
import {
  anew,
  browser,
  confirm,
  email,
  isSignedIn,
  join,
  lastLink,
  letters,
  newcomers,
  number,
  PASSWORD,
  place,
  signIn,
  THEN,
  to,
  tokenOf,
  words,
} from '../../../test/kit/newcomer.ts'

newcomers()

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

  test('guessing links ends in a page that says how long to wait', async () => {
    const guesser = place.open('203.0.113.78')
    const guess = (round: number) => guesser.post('/sign-in/link', { token: `guess-${round}` })
    for (let round = 0; round < 20; round++) expect((await guess(round)).status).toBe(422)
    const last = await guess(20)
    expect(last.status).toBe(429)
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await words(last)).toMatch(/Try again in (a|\d+) minutes?/)
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
