import type { Kit } from './kit.ts'
import { orRefused } from './refused.ts'
import type { Visit } from './site.ts'
import { accountById } from './store.ts'

/** What an app needs to give codes, and the codes for the day it is lost. Shown once. */
export interface TwoStepSetup {
  /** otpauth:// address, for a QR code. */
  uri: string
  /** The same secret for typing, in groups of four. */
  key: string
  recoveryCodes: string[]
}

export type SecondStepProblem = 'wrong-code' | 'too-many' | 'start-again'

/** Six digits are a code from the app; anything else is a recovery code. */
function isAppCode(code: string): boolean {
  return /^\d{6}$/.test(code)
}

export function tidyCode(typed: string): string {
  const plain = typed.replace(/\s+/g, '')
  return isAppCode(plain.replace(/-/g, '')) ? plain.replace(/-/g, '') : plain
}

/** Somebody who is signed in already is asked all the same. */
function withoutSession(headers: Headers, cookieName: string): Headers {
  const without = new Headers(headers)
  const kept = (headers.get('cookie') ?? '').split(/;\s*/).filter((one) => !one.startsWith(`${cookieName}=`))
  without.set('cookie', kept.join('; '))
  return without
}

function problem(code: string): SecondStepProblem {
  if (code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE') return 'wrong-code'
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return 'too-many'
  return 'start-again'
}

/** The code after a password or a link. */
export async function takeSecondStep(
  kit: Kit,
  visit: Visit,
  typed: string,
): Promise<{ cookies: string[] } | { problem: SecondStepProblem }> {
  const code = tidyCode(typed)
  const headers = withoutSession(visit.headers, kit.cookies.name)
  const { api } = kit.auth(visit.origin)
  const asked = { body: { code }, headers, returnHeaders: true } as const
  const result = await orRefused(isAppCode(code) ? api.verifyTOTP(asked) : api.verifyBackupCode(asked))
  return result.value
    ? { cookies: result.value.headers.getSetCookie() }
    : { problem: problem(result.refused!) }
}

function keyOf(uri: string): string {
  return (new URL(uri).searchParams.get('secret') ?? '').replace(/(.{4})(?=.)/g, '$1 ')
}

/** The app shows under which name it keeps the code: the place, and the address the person knows. */
function named(uri: string, place: string, who: string): string {
  const url = new URL(uri)
  url.searchParams.set('issuer', place)
  return `otpauth://totp/${encodeURIComponent(place)}:${encodeURIComponent(who)}${url.search.replaceAll('+', '%20')}`
}

/** Begins: nothing is asked at sign-in until a first code was typed. @returns undefined for a wrong password */
export async function beginTwoStep(
  kit: Kit,
  visit: Visit,
  accountId: string,
  password: string | undefined,
): Promise<TwoStepSetup | undefined> {
  const result = await orRefused(
    kit
      .auth(visit.origin)
      .api.enableTwoFactor({ body: { password, method: 'totp' }, headers: visit.headers }),
  )
  const given = result.value as { totpURI?: string; backupCodes?: string[] } | undefined
  if (!given?.totpURI || !given.backupCodes) return undefined
  const account = await accountById(kit.db, accountId)
  const who = account?.email ?? account?.unconfirmedEmail ?? visit.community.name
  return {
    uri: named(given.totpURI, visit.community.name, who),
    key: keyOf(given.totpURI),
    recoveryCodes: given.backupCodes,
  }
}

/** A first code from the app: from now on it is asked for. */
export async function finishTwoStep(
  kit: Kit,
  visit: Visit,
  typed: string,
): Promise<{ cookies: string[] } | undefined> {
  const code = tidyCode(typed)
  if (!isAppCode(code)) return undefined
  const result = await orRefused(
    kit.auth(visit.origin).api.verifyTOTP({ body: { code }, headers: visit.headers, returnHeaders: true }),
  )
  return result.value && { cookies: result.value.headers.getSetCookie() }
}

/** @returns undefined for a wrong password */
export async function endTwoStep(
  kit: Kit,
  visit: Visit,
  password: string | undefined,
): Promise<{ cookies: string[] } | undefined> {
  const result = await orRefused(
    kit
      .auth(visit.origin)
      .api.disableTwoFactor({ body: { password }, headers: visit.headers, returnHeaders: true }),
  )
  return result.value && { cookies: result.value.headers.getSetCookie() }
}

/** New recovery codes; the old ones end. @returns undefined for a wrong password */
export async function newRecoveryCodes(
  kit: Kit,
  visit: Visit,
  password: string | undefined,
): Promise<string[] | undefined> {
  const result = await orRefused(
    kit.auth(visit.origin).api.generateBackupCodes({ body: { password }, headers: visit.headers }),
  )
  return result.value?.backupCodes
}
