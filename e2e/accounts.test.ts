import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Provider, startProvider } from '../community/test/kit/provider.ts'
import { type Person, person } from './kit/browser.ts'
import { addressFor, isSignedIn, joinAs, joinPassword, typeSignIn } from './kit/join.ts'
import { letterTo, linkIn } from './kit/letters.ts'
import { openPlace, type Place } from './kit/place.ts'
import { signIn } from './kit/sign-in.ts'
import { scripts } from './kit/thorough.ts'

let provider: Provider
let place: Place
/** Looks after the place and reads its outbox. */
let ines: Person

beforeAll(async () => {
  provider = await startProvider('kindling')
  place = await openPlace(['demo'], {
    KINDLING_OIDC_ISSUER: provider.issuer,
    KINDLING_OIDC_CLIENT_ID: 'kindling',
    KINDLING_OIDC_CLIENT_SECRET: 'between the two of us',
    KINDLING_OIDC_NAME: 'Elsewhere',
  })
  ines = await person(place.url)
  await signIn(ines, 'ines')
})
afterAll(async () => {
  await place.close()
  await provider.close()
})

/** The six digits an app shows for a key (RFC 6238). */
function appCode(key: string, now = Date.now()): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...key.replace(/[\s=]/g, '').toUpperCase()]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)))
  const digest = createHmac('sha1', bytes).update(counter).digest()
  const at = digest[19]! & 15
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

describe.each(scripts)('with script: %s', (script) => {
  test('BASE a sign-in link from the letter lets one in, once', async () => {
    const mira = await person(place.url, { script })
    const { page } = mira
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill('mira@lantern.example')
    await page.getByRole('button', { name: 'Send me a link instead' }).click()
    await page.getByRole('heading', { name: 'Look in your mail' }).waitFor()
    const link = linkIn(await letterTo(ines, 'mira@lantern.example', /sign-in link/))
    await page.goto(link)
    // A mail program that looks at links opens the page too: only pressing uses it up.
    await page.goto(link)
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor()
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
    expect(await isSignedIn(mira)).toBe(true)

    const other = await person(place.url, { script })
    await other.page.goto(link)
    await other.page.getByRole('heading', { name: 'This link no longer works' }).waitFor()
    expect(await isSignedIn(other)).toBe(false)
    for (const one of [mira, other]) await one.context.close()
  })

  test('BASE a newcomer confirms their address; a forgotten password is chosen anew and other devices are out', async () => {
    const name = script ? 'Wilf' : 'Greta'
    const [one, other] = [
      await joinAs(await person(place.url, { script }), name),
      await person(place.url, { script }),
    ]
    await typeSignIn(other, addressFor(name), joinPassword)
    expect(await isSignedIn(other)).toBe(true)
    await one.page.goto(linkIn(await letterTo(ines, addressFor(name), /Is this your address/)))
    await one.page.getByRole('button', { name: 'Yes, it’s mine' }).click()
    await one.page.getByRole('heading', { name: 'Thank you, that’s settled' }).waitFor()
    await one.page.goto('/settings/sign-in')
    await one.page.getByText(`You sign in with ${addressFor(name)}.`).waitFor()

    await other.page.goto('/sign-out')
    await other.page.getByRole('button', { name: 'Sign out' }).click()
    await other.page.goto('/sign-in')
    await other.page.getByRole('link', { name: 'Forgot your password?' }).click()
    await other.page.getByLabel('E-mail').fill(addressFor(name))
    await other.page.getByRole('button', { name: 'Send me the link' }).click()
    const link = linkIn(await letterTo(ines, addressFor(name), /A new password/))
    await other.page.goto(link)
    await other.page.getByLabel('New password').fill('password1234')
    await other.page.getByRole('button', { name: 'Use this password' }).click()
    await other.page.getByText('Choose another.').first().waitFor()
    await other.page.getByLabel('New password').fill('seven jars of green tomato')
    await other.page.getByRole('button', { name: 'Use this password' }).click()
    expect(await isSignedIn(other)).toBe(true)
    expect(await isSignedIn(one)).toBe(false)
    await one.page.goto(link)
    await one.page.getByRole('heading', { name: 'This link no longer works' }).waitFor()
    await typeSignIn(one, addressFor(name), joinPassword)
    await one.page.getByText('That address and password do not go together.').first().waitFor()
    for (const each of [one, other]) await each.context.close()
  })
})

test('BASE a passkey is added, and signs in without a password', async () => {
  const mira = await person(place.url)
  const { page } = mira
  const devtools = await mira.context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await signIn(mira, 'mira')
  await page.goto('/settings/sign-in')
  await page.getByLabel('A name for it').fill('my telephone')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('my telephone').waitFor()
  await page.goto('/sign-out')
  await page.getByRole('button', { name: 'Sign out' }).click()
  expect(await isSignedIn(mira)).toBe(false)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await page.goto('/settings/sign-in')
  await page.getByRole('button', { name: 'Remove my telephone' }).click()
  await page.getByText('my telephone').waitFor({ state: 'detached' })
  expect(mira.complaints).toEqual([])
  await mira.context.close()
})

test('BASE a second step asks for a code: a wrong one is refused, an app’s code and each recovery code once let in', async () => {
  const one = await joinAs(await person(place.url, { script: false }), 'Tove')
  const { page } = one
  await page.goto('/settings/sign-in')
  await page.getByLabel('Your password').fill(joinPassword)
  await page.getByRole('button', { name: 'Set it up' }).click()
  await page.getByRole('img', { name: 'QR code for your app' }).waitFor()
  const [key, ...recovery] = await page.locator('main code').allInnerTexts()
  await page.getByLabel('The code your app shows now').fill('000000')
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await page.getByText('That code is not right.').first().waitFor()
  await page.getByLabel('The code your app shows now').fill(appCode(key!))
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await page.getByText('On from now on.').waitFor()

  const begin = async () => {
    await one.context.clearCookies()
    await typeSignIn(one, addressFor('Tove'), joinPassword)
    await page.getByRole('heading', { name: 'Second step' }).waitFor()
  }
  const enter = async (code: string) => {
    await page.getByLabel('Code', { exact: true }).fill(code)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }
  await begin()
  await page.goto('/settings/sign-in')
  expect(await page.getByRole('heading', { name: 'How you sign in' }).count()).toBe(0)
  await begin()
  await enter('123456')
  await page.getByText('That code is not right.').first().waitFor()
  await enter(appCode(key!))
  expect(await isSignedIn(one)).toBe(true)
  await begin()
  await enter(recovery[0]!)
  expect(await isSignedIn(one)).toBe(true)
  await begin()
  await enter(recovery[0]!)
  await page.getByText('That code is not right.').first().waitFor()
  await one.context.close()
})

test('BASE where one is signed in is seen, and ended from elsewhere', async () => {
  const here = await joinAs(await person(place.url), 'Barnaby')
  const there = await person(place.url)
  await typeSignIn(there, addressFor('Barnaby'), joinPassword)
  expect(await isSignedIn(there)).toBe(true)
  await here.page.goto('/settings/sign-in')
  await here.page.getByText('This device').waitFor()
  await here.page.getByRole('button', { name: /^End .* on / }).click()
  await here.page.getByRole('button', { name: 'End all others' }).waitFor({ state: 'detached' })
  expect(await isSignedIn(there)).toBe(false)
  expect(await isSignedIn(here)).toBe(true)
  for (const one of [here, there]) await one.context.close()
})

test.each([true, false])(
  'BASE somebody with an account elsewhere joins with it and comes back with it, script: %s',
  async (script) => {
    const name = script ? 'Odile' : 'Casimir'
    provider.person = {
      sub: `id-of-${name}`,
      email: `${name.toLowerCase()}@elsewhere.example`,
      email_verified: true,
      name,
    }
    const one = await person(place.url, { script })
    const { page } = one
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Sign in with Elsewhere' }).click()
    await page.getByText('You are signed in. Two things are missing').waitFor()
    expect(await page.getByLabel('What shall we call you?').inputValue()).toBe(name)
    await page.getByLabel('I’d like to be part of that.').check()
    await page.getByRole('button', { name: 'Join', exact: true }).click()
    await page.getByRole('heading', { name: `Hello, ${name}.` }).waitFor()
    await one.context.clearCookies()
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Sign in with Elsewhere' }).click()
    await page.waitForURL((url) => !/^\/(sign-in|auth|join)/.test(url.pathname))
    expect(await isSignedIn(one)).toBe(true)
    expect(one.complaints).toEqual([])
    await one.context.close()
  },
)

test('BASE deleting one’s account: asked once, signed out, words stay without the name', async () => {
  const one = await joinAs(await person(place.url, { script: false }), 'Philippa')
  const { page } = one
  await page.goto('/new?space=front-step')
  await page.getByLabel('Your post').fill('I leave my umbrella stand to whoever comes first.')
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await page.waitForURL('**/posts/**')
  const address = page.url().replace(/[?#].*$/, '')
  await page.goto('/settings/sign-in')
  await page.getByRole('link', { name: 'Delete my account' }).click()
  await page.getByRole('button', { name: 'Delete it' }).click()
  await page.getByRole('heading', { name: 'Your account is gone' }).waitFor()
  expect(await isSignedIn(one)).toBe(false)
  await typeSignIn(one, addressFor('Philippa'), joinPassword)
  await page.getByText('That address and password do not go together.').first().waitFor()
  await page.goto(address)
  await page.getByText('I leave my umbrella stand').first().waitFor()
  expect(await page.content()).not.toContain('Philippa')
  await one.context.close()
})
