import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Browser, makePlace, type Place } from '../../../test/kit/place.ts'
import { recentLetters } from '../../foundation/index.ts'
import { accountsFeature, membersFeature } from '../index.ts'

const PASSWORD = 'the heron waits by the weir'
let place: Place
let number = 0
let browser: Browser
let email: string

beforeAll(async () => {
  place = await makePlace({ features: [membersFeature, accountsFeature] })
})
afterAll(() => place.close())
beforeEach(async () => {
  number++
  browser = place.open(`192.0.2.${number}`)
  email = `sol${number}@example.org`
  await browser.post('/join', {
    name: 'Sol',
    email,
    agree: 'yes',
    adult: 'yes',
    password: PASSWORD,
    way: 'password',
  })
})

const anew = () => place.open(`198.51.100.${number}`)
const to = (answer: Response) => answer.headers.get('location')
const isSignedIn = async (where: Browser) => (await where.get('/settings/sign-in')).status === 200
const signIn = (where: Browser) => where.post('/sign-in', { email, password: PASSWORD, way: 'password' })

/** A code as an app on a phone makes it (RFC 6238). */
function codeOf(key: string, time = Date.now()): string {
  const bits = [...key.replaceAll(' ', '')]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(time / 30_000)))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const at = hash[19]! & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function setUp(): Promise<{ key: string; codes: string[] }> {
  const page = await (
    await browser.post('/settings/sign-in/second-step', { do: 'begin', current: PASSWORD })
  ).text()
  const [key, ...codes] = [...page.matchAll(/<code>([^<]+)<\/code>/g)].map((match) => match[1]!)
  expect(page).toContain('<svg class="qr"')
  expect(codes).toHaveLength(10)
  const done = await browser.post('/settings/sign-in/second-step/code', { code: codeOf(key!) })
  expect(to(done)).toBe('/settings/sign-in?done=two-step')
  return { key: key!, codes }
}

test('nothing is asked before a first code was typed', async () => {
  await browser.post('/settings/sign-in/second-step', { do: 'begin', current: PASSWORD })
  const wrong = await browser.post('/settings/sign-in/second-step/code', { code: '000000' })
  expect(wrong.status).toBe(422)
  expect(to(await signIn(anew()))).toBe('/auth/arrive')
})

test('after a password a code is asked for, and only it signs in', async () => {
  const { key } = await setUp()
  expect(await isSignedIn(browser)).toBe(true)
  const phone = anew()
  expect(to(await signIn(phone))).toBe('/sign-in/second')
  expect(await isSignedIn(phone)).toBe(false)
  expect([...phone.cookies.keys()]).not.toContain('kindling')
  const wrong = await phone.post('/sign-in/second', { code: codeOf(key, Date.now() - 3_600_000) })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('That code is not right')
  expect(to(await phone.post('/sign-in/second', { code: codeOf(key).replace(/(...)/, '$1 ') }))).toBe(
    '/auth/arrive',
  )
  expect(await isSignedIn(phone)).toBe(true)
})

test('a recovery code works instead, once', async () => {
  const { codes } = await setUp()
  const phone = anew()
  await signIn(phone)
  expect(to(await phone.post('/sign-in/second', { code: codes[0]! }))).toBe('/auth/arrive')
  expect(await isSignedIn(phone)).toBe(true)
  const other = anew()
  await signIn(other)
  expect((await other.post('/sign-in/second', { code: codes[0]! })).status).toBe(422)
  expect(await isSignedIn(other)).toBe(false)
})

test('after a link a code is asked for as well', async () => {
  await setUp()
  const token = async () =>
    /token=(\S+)/.exec(
      (await recentLetters(place.house.db, place.community.id)).find((letter) => letter.to === email)!.text,
    )![1]!
  await anew().post('/sign-in/confirm', { token: await token() })
  await anew().post('/sign-in', { email, way: 'link' })
  const phone = anew()
  expect(to(await phone.post('/sign-in/link', { token: await token() }))).toBe('/sign-in/second')
  expect(await isSignedIn(phone)).toBe(false)
})

test('without a first step there is no second one', async () => {
  const { key } = await setUp()
  const stranger = anew()
  const answer = await stranger.post('/sign-in/second', { code: codeOf(key) })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Sign in again')
})

test('signing in once more while signed in asks for the code, too', async () => {
  const { key } = await setUp()
  const answer = await browser.post('/sign-in', { email, password: PASSWORD, way: 'password', again: 'yes' })
  expect(to(answer)).toBe('/sign-in/second')
  expect(await isSignedIn(browser)).toBe(false)
  await browser.post('/sign-in/second', { code: codeOf(key) })
  expect(await isSignedIn(browser)).toBe(true)
})

test('new recovery codes end the old ones; turning it off needs the password', async () => {
  const { codes } = await setUp()
  const page = await (
    await browser.post('/settings/sign-in/second-step', { do: 'codes', current: PASSWORD })
  ).text()
  expect(page).not.toContain(codes[0])
  expect(
    (await browser.post('/settings/sign-in/second-step', { do: 'end', current: 'not the right one' })).status,
  ).toBe(422)
  expect(to(await browser.post('/settings/sign-in/second-step', { do: 'end', current: PASSWORD }))).toContain(
    'done=ended',
  )
  expect(to(await signIn(anew()))).toBe('/auth/arrive')
})
