import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Browser, makePlace, ORIGIN, type Place } from '../../../test/kit/place.ts'
import { accountsFeature, membersFeature } from '../index.ts'

let place: Place
let browser: Browser
let number = 0

beforeAll(async () => {
  place = await makePlace({ features: [membersFeature, accountsFeature] })
})
afterAll(() => place.close())
beforeEach(async () => {
  number++
  browser = place.open(`192.0.2.${number}`)
  await browser.post('/join', {
    name: 'Jun',
    email: `jun${number}@example.org`,
    agree: 'yes',
    password: 'four hungry otters',
    way: 'password',
  })
})

const url = (bytes: Buffer) => bytes.toString('base64url')
const isSignedIn = async (where: Browser) => (await where.get('/settings/sign-in')).status === 200

/** Just enough CBOR for what an authenticator says. */
function cbor(value: unknown): Buffer {
  const head = (kind: number, size: number) =>
    size < 24
      ? Buffer.from([(kind << 5) | size])
      : size < 256
        ? Buffer.from([(kind << 5) | 24, size])
        : Buffer.from([(kind << 5) | 25, size >> 8, size & 255])
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const entries = [...(value as Map<unknown, unknown>)]
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, one]) => [cbor(key), cbor(one)])])
}

/** A device that holds one passkey, in a few lines. */
class Device {
  readonly id = randomBytes(16)
  readonly key: KeyObject
  readonly #public: Map<number, unknown>

  constructor() {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const jwk = pair.publicKey.export({ format: 'jwk' })
    this.key = pair.privateKey
    this.#public = new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(jwk.x!, 'base64url')],
      [-3, Buffer.from(jwk.y!, 'base64url')],
    ])
  }

  #data(rpId: string, made: boolean): Buffer {
    const counter = Buffer.alloc(4)
    const length = Buffer.from([0, this.id.length])
    const parts = [createHash('sha256').update(rpId).digest(), Buffer.from([made ? 0x45 : 0x05]), counter]
    return Buffer.concat(made ? [...parts, Buffer.alloc(16), length, this.id, cbor(this.#public)] : parts)
  }

  #client(type: string, challenge: string, origin: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  register(options: { challenge: string; rp: { id: string } }, origin = ORIGIN) {
    const clientDataJSON = this.#client('webauthn.create', options.challenge, origin)
    const attestation = cbor(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', this.#data(options.rp.id, true)],
      ]),
    )
    return {
      id: url(this.id),
      rawId: url(this.id),
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: url(clientDataJSON),
        attestationObject: url(attestation),
        transports: ['internal'],
      },
    }
  }

  signIn(options: { challenge: string; rpId: string }, origin = ORIGIN) {
    const clientDataJSON = this.#client('webauthn.get', options.challenge, origin)
    const data = this.#data(options.rpId, false)
    const signature = sign(
      'sha256',
      Buffer.concat([data, createHash('sha256').update(clientDataJSON).digest()]),
      this.key,
    )
    return {
      id: url(this.id),
      rawId: url(this.id),
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: url(clientDataJSON),
        authenticatorData: url(data),
        signature: url(signature),
      },
    }
  }
}

/** What comes back: a question to the device, or what went wrong. */
interface Said {
  challenge: string
  rp: { id: string }
  rpId: string
  code: string
}
const said = async (answer: Response | Promise<Response>) => (await (await answer).json()) as Said

async function register(device: Device): Promise<Response> {
  const options = await said(browser.send('/auth/passkeys/register/options', {}))
  return browser.send('/auth/passkeys/register', { credential: device.register(options), name: 'my phone' })
}

test('a passkey is added, shown by its name, and signs in', async () => {
  const device = new Device()
  expect(await (await register(device)).json()).toEqual({ next: '/settings/sign-in?done=saved#passkeys' })
  expect(await (await browser.get('/settings/sign-in')).text()).toContain('my phone')

  const other = place.open(`198.51.100.${number}`)
  const options = await said(other.send('/auth/passkeys/sign-in/options', {}))
  expect(options).not.toHaveProperty('allowCredentials')
  const answer = await other.send('/auth/passkeys/sign-in', {
    credential: device.signIn(options),
    next: '/new?need=advice',
  })
  expect(await answer.json()).toEqual({ next: '/auth/arrive?then=%2Fnew%3Fneed%3Dadvice' })
  expect(await isSignedIn(other)).toBe(true)
})

test('an answer counts once, and not on another site', async () => {
  const device = new Device()
  await register(device)
  const other = place.open(`198.51.100.${number}`)
  const first = await said(other.send('/auth/passkeys/sign-in/options', {}))
  const elsewhere = await other.send('/auth/passkeys/sign-in', {
    credential: device.signIn(first, 'https://elsewhere.example'),
  })
  expect(elsewhere.status).toBe(422)
  const again = await other.send('/auth/passkeys/sign-in', { credential: device.signIn(first) })
  expect([again.status, (await said(again)).code]).toEqual([422, 'passkey_question_gone'])
  expect(await isSignedIn(other)).toBe(false)
})

test('a passkey nobody added, or one that was removed, signs nobody in', async () => {
  const stranger = place.open(`198.51.100.${number}`)
  const ask = () => said(stranger.send('/auth/passkeys/sign-in/options', {}))
  const unknown = await stranger.send('/auth/passkeys/sign-in', {
    credential: new Device().signIn(await ask()),
  })
  expect([unknown.status, (await said(unknown)).code]).toEqual([422, 'passkey_unknown'])

  const device = new Device()
  await register(device)
  const id = /passkeys\/([0-9a-f-]{36})\/remove/.exec(
    await (await browser.get('/settings/sign-in')).text(),
  )![1]
  await browser.post(`/settings/sign-in/passkeys/${id}/remove`)
  expect(
    (await stranger.send('/auth/passkeys/sign-in', { credential: device.signIn(await ask()) })).status,
  ).toBe(422)
})

test('nobody adds one without being signed in, lately', async () => {
  expect((await place.open().send('/auth/passkeys/register/options', {})).status).toBe(401)
  place.later(61)
  expect((await browser.send('/auth/passkeys/register/options', {})).status).toBe(403)
  place.later(-61)
})

test.each([
  ['a form', 415],
  [[], 400],
  [{}, 422],
  [{ credential: {} }, 422],
  [{ credential: { id: 'x', response: {} } }, 422],
  [{ credential: { id: 'x'.repeat(30_000) } }, 413],
] as const)('refuses %j', async (body, status) => {
  const where = place.open(`203.0.113.${number}`)
  await where.send('/auth/passkeys/sign-in/options', {})
  const answer =
    body === 'a form'
      ? await where.post('/auth/passkeys/sign-in', { credential: 'x' })
      : await where.send('/auth/passkeys/sign-in', body)
  expect(answer.status).toBe(status)
})

test('refuses nonsense instead of a new passkey', async () => {
  for (const credential of [
    { id: 'x' },
    { id: 'x', rawId: 'x', type: 'public-key', response: { clientDataJSON: 'e30', attestationObject: 'oA' } },
  ]) {
    await browser.send('/auth/passkeys/register/options', {})
    const answer = await browser.send('/auth/passkeys/register', { credential })
    expect(answer.status).toBe(422)
  }
})
