import { createHash, randomBytes } from 'node:crypto'

/** An invitation waits this long for an answer. */
export const DAYS_OPEN = 30
/** Letters one person may send at once: a soft opening is a handful of people. */
export const AT_ONCE = 30
export const LINE_LENGTH = 600
/** People who may come in by one link that is handed around. */
export const SHARED_USES = 10

export interface Whom {
  /** As typed: an address, or a name to hand the link to oneself. */
  text: string
  isAddress: boolean
}

const ADDRESS = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]+$/

/** True for what can be written to. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text)
}

/** Names and addresses, one a line or with commas between; doubles are taken once. */
export function readWhom(typed: string): Whom[] {
  const seen = new Set<string>()
  const list: Whom[] = []
  for (const piece of typed.split(/[\n,;]+/)) {
    const text = piece.replace(/\p{C}/gu, '').trim().slice(0, 254)
    const key = text.toLowerCase()
    if (!text || seen.has(key)) continue
    seen.add(key)
    list.push({ text, isAddress: isAddress(text) })
  }
  return list
}

/** What stands in the link: 24 random bytes. */
export function newToken(): string {
  return randomBytes(24).toString('base64url')
}

/** What is kept of a token. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Why an invitation does not open the door, or undefined when it does. */
export function whyClosed(
  invitation: { usesLeft: number; expiresAt: Date; revokedAt: Date | null },
  now: Date,
): 'used' | 'expired' | 'revoked' | undefined {
  if (invitation.revokedAt) return 'revoked'
  if (invitation.usesLeft <= 0) return 'used'
  if (invitation.expiresAt <= now) return 'expired'
  return undefined
}
