import {
  type Community,
  createCommunity,
  type House,
  KindlingError,
  lockCommunities,
} from '../../foundation/index.ts'
import { hashKey, isOneOf, newKey } from './rules.ts'
import { changeSetUp, hasAdministrator, readSetUp, type SetUp } from './store.ts'
import { setUpErrors } from './words.ts'

/** Links that work at the same time: several servers on one database print one each. */
const KEYS_KEPT = 5

function serverZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
}

/** On an empty database: makes the place that set-up will name. Two servers starting at once make one. */
export async function preparePlace(house: House): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await lockCommunities(trx)
    if (await trx.selectFrom('communities').select('id').limit(1).executeTakeFirst()) return
    const now = house.clock.now()
    const id = await createCommunity(trx, { name: 'Kindling', timeZone: serverZone(), now })
    await changeSetUp(trx, id, { key_hashes: [] })
  })
  house.communities.forget()
}

/**
 * Makes a link for a place that nobody looks after yet.
 * @returns undefined when somebody does: they sign in instead
 */
export async function makeSetUpLink(
  house: House,
  community: Pick<Community, 'id'>,
): Promise<string | undefined> {
  const key = newKey()
  const made = await house.db.transaction().execute(async (trx) => {
    await lockCommunities(trx)
    if (await hasAdministrator(trx, community.id)) return false
    const before = (await readSetUp(trx, community.id))?.keyHashes ?? []
    await changeSetUp(trx, community.id, { key_hashes: [hashKey(key), ...before].slice(0, KEYS_KEPT) })
    return true
  })
  return made ? `${house.config.url}/set-up?key=${key}` : undefined
}

/** Whether this browser is the one that goes on with the set-up. */
export function holdsClaim(setUp: SetUp | undefined, claim: string | undefined): boolean {
  return setUp?.claimHash !== undefined && claim !== undefined && isOneOf(claim, [setUp.claimHash])
}

export type Opened = { ok: true; claim: string } | { ok: false; why: 'unknown' | 'taken' }

/**
 * Opens the printed link. The first browser goes on; another is told, and may take over on purpose.
 * @param held what this browser holds already
 */
export async function openLink(
  house: House,
  communityId: string,
  key: string,
  held: string | undefined,
  takeOver = false,
): Promise<Opened> {
  return house.db.transaction().execute(async (trx): Promise<Opened> => {
    const setUp = await readSetUp(trx, communityId, true)
    if (!setUp || !isOneOf(key, setUp.keyHashes) || (await hasAdministrator(trx, communityId)))
      return { ok: false, why: 'unknown' }
    if (held && holdsClaim(setUp, held)) return { ok: true, claim: held }
    if (setUp.claimHash && !takeOver) return { ok: false, why: 'taken' }
    const claim = newKey()
    await changeSetUp(trx, communityId, { claim_hash: hashKey(claim), claimed_at: house.clock.now() })
    return { ok: true, claim }
  })
}

/** For a browser whose set-up was taken over by another, or which never began it. */
export function notYours(): KindlingError {
  return new KindlingError('set_up_elsewhere', setUpErrors.setUpElsewhere, { status: 403 })
}
