import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Another place to have an account at (OpenID Connect), as small as it can be. */
export interface Provider {
  issuer: string
  /** Who is at the door there, next. */
  person: Record<string, unknown>
  /** How the next id token is spoiled. */
  spoil: 'nonce' | 'audience' | 'signature' | undefined
  close(): Promise<void>
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

export async function startProvider(clientId: string): Promise<Provider> {
  const [right, wrong] = [
    generateKeyPairSync('rsa', { modulusLength: 2048 }),
    generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ]
  const jwk = { ...right.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }
  const nonces = new Map<string, string>()
  const provider: Provider = {
    issuer: '',
    person: {},
    spoil: undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  const idToken = (nonce: string) => {
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      ...provider.person,
      iss: provider.issuer,
      iat: now,
      exp: now + 300,
      nonce: provider.spoil === 'nonce' ? 'another' : nonce,
      aud: provider.spoil === 'audience' ? 'somebody else' : clientId,
    }
    const text = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`
    const key = provider.spoil === 'signature' ? wrong.privateKey : right.privateKey
    return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
  }
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, provider.issuer)
    const say = (body: unknown) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    if (url.pathname === '/.well-known/openid-configuration')
      return say({
        issuer: provider.issuer,
        authorization_endpoint: `${provider.issuer}/authorize`,
        token_endpoint: `${provider.issuer}/token`,
        jwks_uri: `${provider.issuer}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
      })
    if (url.pathname === '/keys') return say({ keys: [jwk] })
    if (url.pathname === '/authorize') {
      const code = `code-${nonces.size}`
      nonces.set(code, url.searchParams.get('nonce') ?? '')
      const back = new URL(url.searchParams.get('redirect_uri')!)
      back.search = new URLSearchParams({ code, state: url.searchParams.get('state')! }).toString()
      return response.writeHead(302, { location: back.href }).end()
    }
    let body = ''
    for await (const chunk of request) body += chunk
    const nonce = nonces.get(new URLSearchParams(body).get('code') ?? '') ?? ''
    return say({
      access_token: 'secret-of-the-other-place',
      token_type: 'Bearer',
      expires_in: 300,
      id_token: idToken(nonce),
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return provider
}
