import { adoptAddress } from './adopt-address.ts'
import { accountByPassword } from './check-password.ts'
import type { Kit } from './kit.ts'
import { type LetIn, letIn } from './let-in.ts'
import { sendAccountLetter } from './letters.ts'
import type { Visit } from './site.ts'
import { accountByEmail, addAccount, newestClaim } from './store.ts'
import { makeTicket, type Tickets, takeTicket } from './tickets.ts'

/** @returns undefined when address and password do not go together, whichever of them is wrong */
export async function signInWithPassword(
  kit: Kit,
  visit: Visit,
  email: string,
  password: string,
): Promise<LetIn | undefined> {
  const account = await accountByPassword(kit.db, email, password)
  return account && letIn(kit, visit, account.id)
}

/** Sends a letter in any case: with a link, or saying that nobody uses this address. */
export async function sendSignInLink(kit: Kit, visit: Visit, email: string, next: string): Promise<void> {
  const known = (await accountByEmail(kit.db, email)) ?? (await newestClaim(kit.db, email))
  const token = await makeTicket(kit.db, 'sign-in', { email, next }, kit.clock.now())
  const url = `${visit.origin}/sign-in/link?token=${token}`
  await sendAccountLetter(kit, visit, email, known ? { kind: 'sign-in', url } : { kind: 'unknown' })
}

export interface LinkOpened extends LetIn {
  joining: Tickets['sign-in']['joining']
  next: string
  /** A password chosen before the address was confirmed, and gone now. */
  passwordGone: boolean
}

/** @returns undefined when the link was used, is too old, or was never ours */
export async function signInWithLink(kit: Kit, visit: Visit, token: string): Promise<LinkOpened | undefined> {
  const now = kit.clock.now()
  const found = await kit.db.transaction().execute(async (trx) => {
    const ticket = await takeTicket(trx, 'sign-in', token, now)
    if (!ticket) return undefined
    const { email } = ticket
    const confirmed = await accountByEmail(trx, email)
    if (confirmed) return { ticket, accountId: confirmed.id, passwordGone: false }
    const claim = await newestClaim(trx, email)
    if (claim) {
      await adoptAddress(trx, claim, email, now)
      return { ticket, accountId: claim.id, passwordGone: claim.hasPassword }
    }
    if (!ticket.joining) return undefined
    return { ticket, accountId: await addAccount(trx, { email, confirmed: true, now }), passwordGone: false }
  })
  if (!found) return undefined
  const { ticket, accountId, passwordGone } = found
  return {
    ...(await letIn(kit, visit, accountId)),
    joining: ticket.joining,
    next: ticket.next ?? '/',
    passwordGone,
  }
}
