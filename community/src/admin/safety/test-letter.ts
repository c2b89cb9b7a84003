import { type Community, type House, layOut, type Translator, unfitting } from '../../foundation/index.ts'
import { confirmAddress } from '../../members/index.ts'
import { hashKey, isOneOf, LETTER_TRIES, newLetterCode } from '../set-up/rules.ts'
import { changeSetUp, readSetUp } from '../set-up/store.ts'
import { safetyErrors, safetyWords as w } from './words.ts'

interface Sending {
  house: House
  community: Community
  t: Translator
}

/**
 * Sends a letter with six digits. Typed back, they show that letters from here arrive.
 * @throws KindlingError `mail_refused`, `mail_not_configured`
 */
export async function sendTestLetter({ house, community, t }: Sending, to: string): Promise<void> {
  const code = newLetterCode()
  if (house.mail.works)
    await changeSetUp(house.db, community.id, { letter_hash: hashKey(code), letter_tries: 0 })
  const place = community.name
  const body = layOut({ paragraphs: [t(w.letterHello, { place }), t(w.letterCode, { code })] })
  const letter = { communityId: community.id, to, subject: t(w.letterSubject, { place, code }), ...body }
  await house.mail.sendNow(letter)
}

/**
 * Takes the digits back. A mail server brought them, so the address is the administrator's own.
 * @throws KindlingError `code_wrong`, `code_worn_out`
 */
export async function takeLetterCode(
  house: House,
  community: Community,
  typed: string,
  account: { id: string; email: string },
): Promise<void> {
  const now = house.clock.now()
  const right = await house.db.transaction().execute(async (trx) => {
    const setUp = await readSetUp(trx, community.id, true)
    if (!setUp?.letterHash || setUp.letterTries >= LETTER_TRIES) return undefined
    const matches = isOneOf(typed.replace(/\D/g, ''), [setUp.letterHash])
    const changes = matches
      ? { letter_hash: null, letter_arrived_at: now }
      : { letter_tries: setUp.letterTries + 1 }
    await changeSetUp(trx, community.id, changes)
    if (matches) await confirmAddress(trx, account.id, account.email, now)
    return matches
  })
  if (right === undefined) throw unfitting('code', 'code_worn_out', safetyErrors.codeWornOut)
  if (!right) throw unfitting('code', 'code_wrong', safetyErrors.codeWrong)
}
