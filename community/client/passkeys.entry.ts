/**
 * Passkeys: the one way of signing in that needs script. Pages hold a hidden button in
 * [data-passkey="sign-in" | "register"]; it appears where the browser knows passkeys, asks the
 * browser, and goes on to where the server says. Every sentence comes from the page or the server.
 */

type Json = Record<string, unknown>

class Refused extends Error {}

async function send(address: string, body: Json): Promise<Json> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  })
  const said = (await answer.json()) as Json
  if (!answer.ok) throw new Refused(typeof said.title === 'string' ? said.title : '')
  return said
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0))
}

function text(buffer: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(buffer))
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

interface Listed {
  id: string
  type: 'public-key'
  transports?: AuthenticatorTransport[]
}
const listed = (list: unknown) => ((list ?? []) as Listed[]).map((one) => ({ ...one, id: bytes(one.id) }))

async function make(options: Json): Promise<Json> {
  const user = options.user as { id: string; name: string; displayName: string }
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge as string),
    user: { ...user, id: bytes(user.id) },
    excludeCredentials: listed(options.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential
  const response = made.response as AuthenticatorAttestationResponse
  return {
    id: made.id,
    rawId: text(made.rawId),
    type: made.type,
    clientExtensionResults: made.getClientExtensionResults(),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      attestationObject: text(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  }
}

async function ask(options: Json): Promise<Json> {
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge as string),
    allowCredentials: listed(options.allowCredentials),
  } as unknown as PublicKeyCredentialRequestOptions
  const found = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
  const response = found.response as AuthenticatorAssertionResponse
  return {
    id: found.id,
    rawId: text(found.rawId),
    type: found.type,
    clientExtensionResults: found.getClientExtensionResults(),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : undefined,
    },
  }
}

async function press(place: HTMLElement): Promise<void> {
  const kind = place.dataset.passkey as 'sign-in' | 'register'
  const options = await send(`/auth/passkeys/${kind}/options`, {})
  const credential = await (kind === 'register' ? make(options) : ask(options))
  const name = place.querySelector<HTMLInputElement>('input[name=passkey]')?.value
  const answer = await send(`/auth/passkeys/${kind}`, { credential, name, next: place.dataset.next })
  location.assign(String(answer.next))
}

function prepare(place: HTMLElement): void {
  const button = place.querySelector('button')
  const says = place.parentElement?.querySelector<HTMLElement>('[data-passkey-says]')
  button?.addEventListener('click', async () => {
    button.disabled = true
    if (says) says.textContent = ''
    try {
      await press(place)
    } catch (error) {
      // A person who closed the browser's question, or a device that gave nothing, ends here as well.
      if (says) says.textContent = (error instanceof Refused && error.message) || place.dataset.refused || ''
    } finally {
      button.disabled = false
    }
  })
  place.hidden = false
}

if ('PublicKeyCredential' in window)
  for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) prepare(place)
