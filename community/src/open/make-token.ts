import {
  type House,
  hashOfSecret,
  KindlingError,
  type MemberViewer,
  newId,
  unfitting,
} from '../foundation/index.ts'
import { checkedName } from './checked-name.ts'
import { type Lifetime, lifetimes, MOST_TOKENS, newSecret, offeredScopes } from './rules.ts'
import { addToken, lockTokensOf, removeToken, tokensOf } from './store.ts'
import { openErrors } from './words.ts'

export interface MakingToken {
  name: string
  scopes: readonly string[]
  lifetime: string
}

function checked(viewer: MemberViewer, making: MakingToken) {
  const name = checkedName(making.name, openErrors.nameMissing)
  const offered = offeredScopes(viewer)
  if (making.scopes.length === 0) throw unfitting('scopes', 'scopes_missing', openErrors.scopesMissing)
  const scopes = offered.filter((scope) => making.scopes.includes(scope))
  if (making.scopes.some((scope) => !(offered as string[]).includes(scope)))
    throw unfitting('scopes', 'scope_unknown', openErrors.scopeUnknown)
  if (!Object.hasOwn(lifetimes, making.lifetime))
    throw unfitting('lifetime', 'lifetime_unknown', openErrors.lifetimeUnknown)
  return { name, scopes, days: lifetimes[making.lifetime as Lifetime] }
}

/**
 * Makes a token for a program.
 * @returns the token itself: it is shown this once and kept nowhere
 * @throws KindlingError when something is missing, or there are enough of them
 */
export async function makeToken(house: House, viewer: MemberViewer, making: MakingToken): Promise<string> {
  const { name, scopes, days } = checked(viewer, making)
  const { communityId, memberId } = viewer
  const now = house.clock.now()
  const secret = newSecret()
  await house.db.transaction().execute(async (trx) => {
    await lockTokensOf(trx, communityId, memberId)
    if ((await tokensOf(trx, communityId, memberId)).length >= MOST_TOKENS)
      throw new KindlingError('enough_tokens', openErrors.enoughTokens, { status: 409 })
    await addToken(trx, {
      communityId,
      memberId,
      name,
      scopes,
      id: newId(now.getTime()),
      hash: hashOfSecret(secret),
      createdAt: now,
      expiresAt: days === undefined ? null : new Date(now.getTime() + days * 86_400_000),
    })
  })
  return secret
}

/** Takes a token back: it stops at once. A second time changes nothing. */
export async function takeTokenBack(house: House, viewer: MemberViewer, id: string): Promise<void> {
  await removeToken(house.db, viewer.communityId, viewer.memberId, id)
}
