import {
  audit,
  type House,
  hashOfSecret,
  KindlingError,
  type MemberViewer,
  newId,
  notFound,
  unfitting,
} from '../../foundation/index.ts'
import { checkedName } from '../checked-name.ts'
import { newKey } from '../perspective/index.ts'
import { settingsHere } from './kept-settings.ts'
import { MOST_KEYS, PER_MINUTE_AT_MOST, type PerspectiveSettings, perMinuteOf } from './rules.ts'
import {
  addPerspectiveKey,
  lockPerspective,
  perspectiveKeys,
  removePerspectiveKey,
  removeSuggestions,
  writePerspective,
} from './store.ts'
import { perspectiveErrors as e, perspectiveWords as w } from './words.ts'

/** @throws KindlingError where it is no number of requests */
function checkedPerMinute(field: string, typed: string): number {
  const perMinute = perMinuteOf(typed)
  if (perMinute === undefined)
    throw unfitting(field, 'per_minute_unfitting', e.perMinute, { count: PER_MINUTE_AT_MOST })
  return perMinute
}

/**
 * Says anew who may have comments scored, and how. It holds here at once, on other servers within two seconds.
 * @throws KindlingError where the number does not fit
 */
export async function changePerspective(
  house: House,
  { communityId, memberId }: MemberViewer,
  given: Omit<PerspectiveSettings, 'perMinute'> & { perMinute: string },
): Promise<void> {
  const settings = { ...given, perMinute: checkedPerMinute('perMinute', given.perMinute) }
  await house.db.transaction().execute(async (trx) => {
    await writePerspective(trx, communityId, settings)
    await audit(trx, { communityId, act: w.auditChanged, actorId: memberId }, house.clock.now())
  })
  settingsHere.forget(house, communityId)
}

/**
 * Makes a key for a program.
 * @param given.perMinute as typed; empty: as many as the settings say
 * @returns the key itself: it is shown this once and kept nowhere
 * @throws KindlingError when something does not fit, or there are enough of them
 */
export async function makePerspectiveKey(
  house: House,
  { communityId, memberId }: MemberViewer,
  given: { name: string; perMinute: string },
): Promise<string> {
  const name = checkedName(given.name, e.nameMissing)
  const perMinute =
    given.perMinute.trim() === '' ? undefined : checkedPerMinute('ownPerMinute', given.perMinute)
  const now = house.clock.now()
  const key = newKey()
  await house.db.transaction().execute(async (trx) => {
    await lockPerspective(trx, communityId)
    if ((await perspectiveKeys(trx, communityId)).length >= MOST_KEYS)
      throw new KindlingError('enough_keys', e.enoughKeys, { status: 409 })
    await addPerspectiveKey(trx, communityId, {
      id: newId(now.getTime()),
      name,
      hash: hashOfSecret(key),
      perMinute,
      createdAt: now,
    })
    await audit(trx, { communityId, act: w.auditKeyMade, actorId: memberId }, now)
  })
  return key
}

/** Takes a key back: it stops at once. @throws KindlingError where there is none */
export async function takeKeyBack(
  house: House,
  { communityId, memberId }: MemberViewer,
  id: string,
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    if (!(await removePerspectiveKey(trx, communityId, id))) throw notFound()
    await audit(trx, { communityId, act: w.auditKeyBack, actorId: memberId }, house.clock.now())
  })
}

/** Deletes every suggestion that was kept. */
export async function forgetSuggestions(
  house: House,
  { communityId, memberId }: MemberViewer,
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await removeSuggestions(trx, communityId)
    await audit(trx, { communityId, act: w.auditForgotten, actorId: memberId }, house.clock.now())
  })
}
