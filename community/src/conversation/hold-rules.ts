import type { Role } from '../foundation/index.ts'

/** So long after joining, a link to another site waits until a steward has looked. 0 holds nothing. */
export const HOLD_DAYS = 2
const DAY = 86_400_000

/** What the rule asks about who writes. */
export interface Writer {
  role: Role
  joinedAt: Date
  /** An address of theirs waits for its letter to be opened. */
  addressUnconfirmed: boolean
  /** Came by an invitation of somebody who is an administrator. */
  vouchedFor: boolean
}

/** Whether what this member writes is held when it links elsewhere. */
export function isNewHere(writer: Writer, now: Date, days = HOLD_DAYS): boolean {
  if (days === 0 || writer.role !== 'member' || writer.vouchedFor) return false
  return writer.addressUnconfirmed || now.getTime() - writer.joinedAt.getTime() < days * DAY
}

/** An address that does not say where it leads is counted as one that leads away. */
function hostOf(address: string): string {
  try {
    return new URL(address).host
  } catch {
    return address.slice(0, 80)
  }
}

/**
 * The other sites a rendered text leads to, each once. It reads what the renderer made of the words, so that
 * a marked link, a bare address and one in brackets are all seen as readers will meet them, and a link is
 * exactly what can be pressed; mentions, e-mail addresses, code and our own pages are none.
 * @param home where this community is at home, as a URL
 */
export function linkedHosts(html: string, home: string): string[] {
  const own = new URL(home).host
  const hosts = [...html.matchAll(/<a href="(https?:[^"]*)"/gi)].map((match) =>
    hostOf(match[1]!.replaceAll('&amp;', '&')),
  )
  return [...new Set(hosts)].filter((host) => host !== own)
}
