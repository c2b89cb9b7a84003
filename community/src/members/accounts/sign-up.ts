import { hashPassword } from 'better-auth/crypto'
import { accountByPassword } from './check-password.ts'
import type { Kit } from './kit.ts'
import { type LetIn, letIn } from './let-in.ts'
import { sendAccountLetter } from './letters.ts'
import type { Visit } from './site.ts'
import { accountByEmail, addAccount } from './store.ts'
import { makeTicket, type Tickets } from './tickets.ts'

/** Asks whoever reads mail at an address whether it is theirs. */
export async function askToConfirm(kit: Kit, visit: Visit, accountId: string, email: string): Promise<void> {
  const token = await makeTicket(kit.db, 'confirm', { accountId, email }, kit.clock.now())
  await sendAccountLetter(kit, visit, email, {
    kind: 'confirm',
    url: `${visit.origin}/sign-in/confirm?token=${token}`,
  })
}

/**
 * Makes an account and signs it in at once; its address waits for its letter. Where the address already
 * belongs to somebody, the same happens and the letter tells them: what the visitor sees does not say.
 * Who gives the password of an account that is already there is signed in to that.
 */
export async function signUpWithPassword(
  kit: Kit,
  visit: Visit,
  { email, password }: { email: string; password: string },
): Promise<LetIn> {
  const [mine, passwordHash] = await Promise.all([
    accountByPassword(kit.db, email, password),
    hashPassword(password),
  ])
  if (mine) return letIn(kit, visit, mine.id)
  const taken = await accountByEmail(kit.db, email)
  const accountId = await addAccount(kit.db, { email, confirmed: false, passwordHash, now: kit.clock.now() })
  if (taken) await sendAccountLetter(kit, visit, email, { kind: 'taken' })
  else await askToConfirm(kit, visit, accountId, email)
  return letIn(kit, visit, accountId)
}

/** Sends a link that makes the account, or opens the one that is there. Which of the two stays between us and the letter. */
export async function signUpWithLink(
  kit: Kit,
  visit: Visit,
  email: string,
  joining: Tickets['sign-in']['joining'],
  next: string,
): Promise<void> {
  const token = await makeTicket(kit.db, 'sign-in', { email, joining, next }, kit.clock.now())
  await sendAccountLetter(kit, visit, email, {
    kind: 'sign-in',
    url: `${visit.origin}/sign-in/link?token=${token}`,
  })
}
