import { type App, type AppContext, KindlingError, readWhole } from '../../../foundation/index.ts'
import { refuseMoreCodes } from '../allow.ts'
import { type Desk, setCookies, visitWith } from '../desk.ts'
import { localPath } from '../local-path.ts'
import { accountErrors } from '../words.ts'
import { requireFresh } from './settings.ts'
import { onwards } from './sign-in.ts'

const MOST = 20_000

/** What the page's script sends: a JSON object, not too large. Forms of other sites cannot send this type. */
async function readAnswer(c: AppContext): Promise<Record<string, unknown>> {
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('application/json'))
    throw new KindlingError('json_expected', accountErrors.jsonExpected, { status: 415 })
  const text = new TextDecoder().decode(await readWhole(c.req.raw, MOST))
  try {
    const value: unknown = JSON.parse(text || '{}')
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>
  } catch {
    // Said below.
  }
  throw new KindlingError('json_unreadable', accountErrors.jsonUnreadable, {
    status: 400,
  })
}

function credentialOf(answer: Record<string, unknown>): object {
  const { credential } = answer
  if (
    typeof credential === 'object' &&
    credential !== null &&
    typeof (credential as { id?: unknown }).id === 'string'
  )
    return credential
  throw new KindlingError('passkey_missing', accountErrors.passkeyMissing, {
    status: 422,
  })
}

/** Addresses that only the page's script asks (passkeys.entry.ts); answers are WebAuthn JSON or problem+json. */
export function passkeyRoutes(app: App, desk: Desk): void {
  const { accounts } = desk
  app.post('/auth/passkeys/register/options', async (c) => {
    const { accountId } = await requireFresh(c, desk)
    const { options, cookies } = await accounts.askForNewPasskey(visitWith(c, desk), accountId)
    setCookies(c, cookies)
    return c.json(options as object)
  })
  app.post('/auth/passkeys/register', async (c) => {
    await requireFresh(c, desk)
    const answer = await readAnswer(c)
    const name = typeof answer.name === 'string' ? answer.name.trim().slice(0, 60) : ''
    const { cookies } = await accounts.addPasskey(visitWith(c, desk), credentialOf(answer), name)
    setCookies(c, cookies)
    return c.json({ next: '/settings/sign-in?done=saved#passkeys' })
  })
  app.post('/auth/passkeys/sign-in/options', async (c) => {
    await refuseMoreCodes(c)
    const { options, cookies } = await accounts.askForPasskey(visitWith(c, desk))
    setCookies(c, cookies)
    return c.json(options as object)
  })
  app.post('/auth/passkeys/sign-in', async (c) => {
    await refuseMoreCodes(c)
    const answer = await readAnswer(c)
    const { cookies } = await accounts.signInWithPasskey(visitWith(c, desk), credentialOf(answer))
    setCookies(c, cookies)
    return c.json({ next: onwards(localPath(typeof answer.next === 'string' ? answer.next : undefined)) })
  })
}
