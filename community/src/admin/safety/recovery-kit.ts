import {
  audit,
  type Community,
  type House,
  layOut,
  type MemberViewer,
  type Translator,
  unfitting,
} from '../../foundation/index.ts'
import { joinCommunity, mailAddressOf, peopleWithRoles } from '../../members/index.ts'
import { hashKey, newRecoveryCode, RECOVERY_CODES, tidyRecoveryCode } from '../set-up/rules.ts'
import { changeSetUp, replaceRecoveryCodes, useRecoveryCode } from '../set-up/store.ts'
import type { CreateAccount } from '../set-up/take-steps.ts'
import { safetyErrors, safetyWords as w } from './words.ts'

const hashed = (code: string) => hashKey(tidyRecoveryCode(code))

/** Makes the codes of the printed sheet; those of the sheet before are void. @returns the codes, shown once */
export async function makeKit(house: House, viewer: MemberViewer): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
  const now = house.clock.now()
  const { communityId } = viewer
  await house.db.transaction().execute(async (trx) => {
    await replaceRecoveryCodes(trx, communityId, codes.map(hashed), now)
    await changeSetUp(trx, communityId, { kit_made_at: now })
    await audit(trx, { communityId, act: w.auditKit, actorId: viewer.memberId }, now)
  })
  return codes
}

/** Tells everybody who looks after the place that a code was used. */
async function tell(house: House, community: Community, t: Translator, name: string): Promise<void> {
  const place = community.name
  for (const person of await peopleWithRoles(house.db, community.id)) {
    if (person.role !== 'administrator' && person.role !== 'steward') continue
    const member = await house.db
      .selectFrom('members')
      .select('account_id')
      .where('community_id', '=', community.id)
      .where('id', '=', person.id)
      .executeTakeFirst()
    const to = member?.account_id ? await mailAddressOf(house.db, member.account_id) : undefined
    if (!to) continue
    const body = layOut({
      paragraphs: [t(w.usedWords, { place, name })],
      link: { label: place, url: `${house.config.url}/admin/people` },
    })
    await house.mail.send({ communityId: community.id, to, subject: t(w.usedSubject, { place }), ...body })
  }
}

export interface Recovering {
  code: string
  name: string
  email: string
  password: string
}

/**
 * Makes whoever holds the sheet administrator, with an account of their own.
 * @throws KindlingError `recovery_code_wrong`
 */
export async function recover(
  parts: { house: House; community: Community; t: Translator; create: CreateAccount },
  { code, name, email, password }: Recovering,
): Promise<{ accountId: string }> {
  const { house, community, t, create } = parts
  const now = house.clock.now()
  const made = await house.db.transaction().execute(async (trx) => {
    if (!(await useRecoveryCode(trx, community.id, hashed(code), now)))
      throw unfitting('code', 'recovery_code_wrong', safetyErrors.recoveryCodeWrong)
    const accountId = await create({ email, confirmed: false, password }, trx)
    const { id } = await joinCommunity(
      house,
      community,
      { accountId, name, under18: false, timeZone: null, role: 'administrator' },
      trx,
    )
    await audit(trx, { communityId: community.id, act: w.auditRecovered, actorId: id }, now)
    return { accountId }
  })
  await tell(house, community, t, name)
  return made
}
