import { audit, forbidden, type House, isId, KindlingError, type MemberViewer, notFound, type Phrase, record, type Trx } from '../../foundation/index.ts'
import { tidyName } from '../../members/index.ts'
import { spacePolicy } from '../policy.ts'
import { addSpaceMembers } from '../store.ts'
import { DESCRIPTION_LENGTH, MOST_NORMS, NAME_LENGTH, NORM_LENGTH, readNorms } from './rules.ts'
import { createSpaceRow, type ManagedSpace, managedSpaces, removeSpaceMember, setArchived, setOrder, type SpaceSettings, updateSpace } from './store.ts'
import { manageWords as w } from './words.ts'

export interface TypedSettings extends Omit<SpaceSettings, 'norms'> {
  /** One a line. */
  norms: string
}

function refuse(field: string, code: string, message: string): KindlingError {
  return new KindlingError(code, message, { status: 422, details: { field } })
}

/**
 * Checks what was typed about a space.
 * @throws KindlingError `space_name_missing`, `space_name_too_long`, `description_too_long`, `too_many_norms`, `norm_too_long`
 */
export function checkSettings(typed: TypedSettings): SpaceSettings {
  const name = tidyName(typed.name.toWellFormed())
  const description = typed.description.toWellFormed().replace(/[\p{Cc}]/gu, ' ').trim()
  const norms = readNorms(typed.norms.toWellFormed())
  if (!name) throw refuse('name', 'space_name_missing', 'Give the space a name.')
  if (name.length > NAME_LENGTH) throw refuse('name', 'space_name_too_long', `A name holds ${NAME_LENGTH} characters.`)
  if (description.length > DESCRIPTION_LENGTH) throw refuse('description', 'description_too_long', `There is room for ${DESCRIPTION_LENGTH} characters.`)
  if (norms.length > MOST_NORMS) throw refuse('norms', 'too_many_norms', 'Seven lines are the most anybody remembers. Which could go?')
  if (norms.some((norm) => norm.length > NORM_LENGTH)) throw refuse('norms', 'norm_too_long', `A line holds ${NORM_LENGTH} characters. Shorter is kinder to read.`)
  return { name, description, norms, kind: typed.kind, visibility: typed.visibility, postingBy: typed.postingBy }
}

/** One space, for who manages them. */
export async function managedSpace(house: House, viewer: MemberViewer, id: string): Promise<ManagedSpace> {
  if (!spacePolicy.manage(viewer) || !isId(id)) throw notFound()
  const space = (await managedSpaces(house.db, viewer.communityId)).find((one) => one.id === id)
  if (!space) throw notFound()
  return space
}

/** A change by an administrator with its entry in the log and its event, all or none. */
async function change(house: House, viewer: MemberViewer, spaceId: string | undefined, act: Phrase, work: (trx: Trx, now: Date) => Promise<string>, memberId?: string): Promise<string> {
  if (!spacePolicy.manage(viewer)) throw notFound()
  if (spaceId) await managedSpace(house, viewer, spaceId)
  const now = house.clock.now()
  const { communityId } = viewer
  return house.db.transaction().execute(async (trx) => {
    const id = await work(trx, now)
    await audit(trx, { communityId, act, actorId: viewer.memberId, spaceId: id, memberId }, now)
    await record(trx, { communityId, kind: 'space-changed', actorId: viewer.memberId, spaceId: id, memberId }, now)
    return id
  })
}

/** Makes a space. Who makes an invited one is in it. */
export async function createSpace(house: House, viewer: MemberViewer, typed: TypedSettings): Promise<string> {
  const settings = checkSettings(typed)
  return change(house, viewer, undefined, w.auditCreated, async (trx, now) => {
    const { id } = await createSpaceRow(trx, viewer.communityId, settings, now)
    if (settings.visibility === 'invited') await addSpaceMembers(trx, viewer.communityId, id, [viewer.memberId], now)
    return id
  })
}

/** Changes a space's settings. */
export async function changeSpace(house: House, viewer: MemberViewer, id: string, typed: TypedSettings): Promise<void> {
  const settings = checkSettings(typed)
  const before = await managedSpace(house, viewer, id)
  await change(house, viewer, id, w.auditChanged, async (trx, now) => {
    await updateSpace(trx, viewer.communityId, id, settings)
    if (settings.visibility === 'invited' && before.visibility !== 'invited') await addSpaceMembers(trx, viewer.communityId, id, [viewer.memberId], now)
    return id
  })
}

/** Lets a space rest: it can be read, and nothing new is written. */
export async function archiveSpace(house: House, viewer: MemberViewer, id: string): Promise<void> {
  await change(house, viewer, id, w.auditArchived, async (trx, now) => {
    await setArchived(trx, viewer.communityId, id, now)
    return id
  })
}

/** Wakes a resting space. */
export async function restoreSpace(house: House, viewer: MemberViewer, id: string): Promise<void> {
  await change(house, viewer, id, w.auditRestored, async (trx) => {
    await setArchived(trx, viewer.communityId, id, null)
    return id
  })
}

/** Moves a space one place up or down among those that are not resting. */
export async function moveSpace(house: House, viewer: MemberViewer, id: string, direction: 'up' | 'down'): Promise<void> {
  await managedSpace(house, viewer, id)
  await house.db.transaction().execute(async (trx) => {
    const order = (await managedSpaces(trx, viewer.communityId)).map((space) => space.id)
    const from = order.indexOf(id)
    const to = direction === 'up' ? from - 1 : from + 1
    if (to < 0 || to >= order.length) return
    order.splice(to, 0, ...order.splice(from, 1))
    await setOrder(trx, viewer.communityId, order)
  })
}

/**
 * Lets a member into a space.
 * @param whom their handle, with or without "@", or their whole name
 * @throws KindlingError `member_unknown`
 */
export async function letIntoSpace(house: House, viewer: MemberViewer, id: string, whom: string): Promise<void> {
  await managedSpace(house, viewer, id)
  const name = whom.trim().replace(/^@/, '')
  const found = await house.db
    .selectFrom('members')
    .select('id')
    .where('community_id', '=', viewer.communityId)
    .where('status', '=', 'active')
    .where((eb) => eb.or([eb('handle', '=', name.toLowerCase()), eb(eb.fn<string>('lower', ['name']), '=', name.toLowerCase())]))
    .limit(2)
    .execute()
  if (found.length > 1) throw refuse('whom', 'member_unclear', 'Two people have this name. Write the last part of their address here, for instance from their page.')
  const member = found[0]
  if (!member) throw refuse('whom', 'member_unknown', 'Nobody here has this name. Look at how they write it themselves.')
  await change(house, viewer, id, w.auditLetIn, async (trx, now) => {
    await addSpaceMembers(trx, viewer.communityId, id, [member.id], now)
    return id
  }, member.id)
}

/** Takes a member out of a space. */
export async function takeOutOfSpace(house: House, viewer: MemberViewer, id: string, memberId: string): Promise<void> {
  if (!isId(memberId)) throw notFound()
  await change(house, viewer, id, w.auditTakenOut, async (trx) => {
    if (!(await removeSpaceMember(trx, viewer.communityId, id, memberId))) throw forbidden('not_inside', 'They are not in this space any more.')
    return id
  }, memberId)
}
