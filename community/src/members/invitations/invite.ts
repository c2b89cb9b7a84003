import {
  audit,
  type Community,
  forbidden,
  type House,
  type MemberViewer,
  notFound,
  type Translator,
  type Trx,
  takeToken,
  tooOften,
  unfitting,
} from '../../foundation/index.ts'
import { invitationPolicy } from '../policy.ts'
import { invitationLetter } from './letter.ts'
import { AT_ONCE, LINE_LENGTH, readWhom, type Whom } from './rules.ts'
import { addInvitation, closeInvitation } from './store.ts'
import { invitationErrors, invitationWords as w } from './words.ts'

const LETTERS_A_DAY = 60

export interface Inviting {
  /** Names and addresses as typed. */
  whom: string
  line: string
  role: 'member' | 'administrator'
}

export interface Invited extends Whom {
  url: string
}

/**
 * Reads and checks what was typed, for the letter's preview and for sending.
 * @throws KindlingError `whom_missing`, `too_many`, `one_for_role`, `line_too_long`
 */
export function checkInviting(viewer: MemberViewer, inviting: Inviting): { whom: Whom[]; line: string } {
  if (!invitationPolicy.send(viewer)) throw notFound()
  if (inviting.role === 'administrator' && !invitationPolicy.sendForRole(viewer))
    throw forbidden('not_yours_to_give', invitationErrors.notYoursToGive)
  const whom = readWhom(inviting.whom)
  const line = inviting.line.replaceAll('\u0000', '').toWellFormed().trim()
  if (whom.length === 0) throw unfitting('whom', 'whom_missing', invitationErrors.whomMissing)
  if (whom.length > AT_ONCE) throw unfitting('whom', 'too_many', invitationErrors.tooMany)
  if (inviting.role === 'administrator' && whom.length > 1)
    throw unfitting('whom', 'one_for_role', invitationErrors.oneForRole)
  if (line.length > LINE_LENGTH)
    throw unfitting('line', 'line_too_long', invitationErrors.lineTooLong, { count: LINE_LENGTH })
  return { whom, line }
}

/** Where a token leads. */
export function invitationUrl(house: House, token: string): string {
  return `${house.config.url}/join?invitation=${token}`
}

async function addOne(
  trx: Trx,
  context: { house: House; viewer: MemberViewer },
  one: Whom,
  role: Inviting['role'],
): Promise<Invited> {
  const { house, viewer } = context
  const { communityId } = viewer
  const now = house.clock.now()
  const subject = viewer.memberId
  const limit = { communityId, kind: 'invitation', subject, limit: LETTERS_A_DAY, seconds: 86_400, now }
  const taken = await takeToken(trx, limit)
  if (!taken.ok) throw tooOften(taken.retryAfterSeconds)
  const { id, token } = await addInvitation(
    trx,
    { communityId, whom: one.text, role, uses: 1, createdBy: viewer.memberId },
    now,
  )
  const act = role === 'administrator' ? w.auditInvitedAdministrator : w.auditInvited
  await audit(trx, { communityId, act, actorId: viewer.memberId, subjectId: id }, now)
  return { ...one, url: invitationUrl(house, token) }
}

/**
 * Makes the invitations, all or none, and sends the letters. Links for names come back to be handed over.
 * @throws KindlingError as `checkInviting`, `too_often`
 */
export async function invite(
  context: { house: House; community: Community; viewer: MemberViewer; t: Translator },
  inviting: Inviting,
): Promise<Invited[]> {
  const { house, community, viewer, t } = context
  const { whom, line } = checkInviting(viewer, inviting)
  const invited = await house.db.transaction().execute(async (trx) => {
    const list: Invited[] = []
    for (const one of whom) list.push(await addOne(trx, context, one, inviting.role))
    return list
  })
  const now = house.clock.now()
  for (const one of invited.filter(({ isAddress }) => isAddress)) {
    const facts = { community, t, byName: viewer.name, line, role: inviting.role, url: one.url, now }
    const { subject, text, html } = invitationLetter(facts)
    await house.mail.send({ communityId: community.id, to: one.text, subject, text, html })
  }
  return invited
}

/** Closes an invitation that has not been used. */
export async function revokeInvitation(house: House, viewer: MemberViewer, id: string): Promise<void> {
  if (!invitationPolicy.revoke(viewer)) throw notFound()
  const now = house.clock.now()
  await house.db.transaction().execute(async (trx) => {
    if (!(await closeInvitation(trx, viewer.communityId, id, now))) return
    const { communityId, memberId } = viewer
    await audit(trx, { communityId, act: w.auditRevoked, actorId: memberId, subjectId: id }, now)
  })
}
