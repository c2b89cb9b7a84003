import {
  audit,
  type Community,
  changeCommunity,
  type DbOrTrx,
  type House,
  lockCommunities,
  type Trx,
  unfitting,
} from '../../foundation/index.ts'
import { joinCommunity } from '../../members/index.ts'
import {
  addSpaceMembers,
  checkSettings,
  createSpaceRow,
  kindDefaults,
  managedSpaces,
  removeSpaces,
  type SpaceKind,
} from '../../spaces/index.ts'
import { checkGuidelines, checkPlace, type PlaceFacts } from '../place-rules.ts'
import { notYours } from './open-link.ts'
import { changeSetUp, hasAdministrator } from './store.ts'
import { setUpErrors, setUpWords as w } from './words.ts'

/** Makes an account with a password; members/accounts does it. */
export type CreateAccount = (
  account: { email: string; confirmed: boolean; password: string },
  db: DbOrTrx,
) => Promise<string>

/** Name, one line, time zone, and what kind of place it is. */
export async function namePlace(
  house: House,
  community: Community,
  typed: PlaceFacts & { kind: SpaceKind },
): Promise<void> {
  const place = checkPlace(typed)
  await house.db.transaction().execute(async (trx) => {
    await changeCommunity(trx, community.id, place)
    await changeSetUp(trx, community.id, { kind: typed.kind })
  })
  house.communities.forget()
}

export interface FirstSpace {
  name: string
  about: string
  kind: SpaceKind
}

/** Set-up can be gone through again; spaces in which somebody has written by then stay. */
async function replaceSpaces(
  trx: Trx,
  communityId: string,
  spaces: readonly FirstSpace[],
  now: Date,
): Promise<void> {
  const before = await managedSpaces(trx, communityId)
  const used = await trx
    .selectFrom('posts')
    .select('space_id')
    .distinct()
    .where('community_id', '=', communityId)
    .execute()
  const written = new Set(used.map((row) => row.space_id))
  await removeSpaces(
    trx,
    communityId,
    before.filter(({ id }) => !written.has(id)).map(({ id }) => id),
  )
  for (const space of spaces) {
    const { visibility } = kindDefaults[space.kind]
    const settings = checkSettings({
      name: space.name,
      description: space.about,
      kind: space.kind,
      visibility,
      postingBy: 'members',
      norms: '',
    })
    await createSpaceRow(trx, communityId, settings, now)
  }
}

/** How we talk here, and the first spaces. */
export async function writeWords(
  house: House,
  community: Community,
  guidelines: string,
  spaces: readonly FirstSpace[],
): Promise<void> {
  const text = checkGuidelines(guidelines)
  const named = spaces.filter((space) => space.name.trim())
  if (named.length === 0) throw unfitting('name1', 'space_missing', setUpErrors.spaceMissing)
  await house.db.transaction().execute(async (trx) => {
    await changeCommunity(trx, community.id, { guidelines: text })
    await replaceSpaces(trx, community.id, named, house.clock.now())
  })
  house.communities.forget()
}

/** Whoever sets a place up is in its invited spaces. */
async function enterInvited(trx: Trx, communityId: string, memberId: string, now: Date): Promise<void> {
  for (const space of await managedSpaces(trx, communityId))
    if (space.visibility === 'invited') await addSpaceMembers(trx, communityId, space.id, [memberId], now)
}

export interface FirstAdministrator {
  name: string
  email: string
  password: string
}

/**
 * Makes the first administrator; from then on the printed link opens nothing. Of two who try at once,
 * one becomes it.
 * @throws KindlingError `set_up_elsewhere`
 */
export async function makeAdministrator(
  house: House,
  community: Community,
  create: CreateAccount,
  person: FirstAdministrator,
): Promise<{ accountId: string; memberId: string }> {
  return house.db.transaction().execute(async (trx) => {
    await lockCommunities(trx)
    if (await hasAdministrator(trx, community.id)) throw notYours()
    const accountId = await create({ email: person.email, confirmed: false, password: person.password }, trx)
    const { id } = await joinCommunity(
      house,
      community,
      { accountId, name: person.name, under18: false, timeZone: null, role: 'administrator' },
      trx,
    )
    const now = house.clock.now()
    await enterInvited(trx, community.id, id, now)
    await changeSetUp(trx, community.id, { key_hashes: [], claim_hash: null })
    await audit(trx, { communityId: community.id, act: w.auditSetUp, actorId: id }, now)
    return { accountId, memberId: id }
  })
}
