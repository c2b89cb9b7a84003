import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Community, type House, isId, keepSecret } from '../foundation/index.ts'

/** Where a community is reached, for links in letters. */
export function placeUrl(house: House, community: Community, path: string): string {
  const base = new URL(house.config.url)
  if (community.host) base.hostname = community.host
  return base.origin + path
}

const keys = new WeakMap<House, Buffer>()

function keyOf(house: House): Buffer {
  let key = keys.get(house)
  if (!key) {
    key = createHmac('sha256', keepSecret(house.config)).update('notices: end letters').digest()
    keys.set(house, key)
  }
  return key
}

function sign(house: House, communityId: string, memberId: string, what: string): string {
  return createHmac('sha256', keyOf(house))
    .update(`${communityId} ${memberId} ${what}`)
    .digest()
    .subarray(0, 18)
    .toString('base64url')
}

/** The address where one press ends letters of a kind, or the digest. It needs no sign-in and does nothing else. */
export function endLettersPath(house: House, communityId: string, memberId: string, what: string): string {
  return `/letters/end/${memberId}/${what}/${sign(house, communityId, memberId, what)}`
}

/** True for an address that we made. */
export function isOurs(
  house: House,
  communityId: string,
  memberId: string,
  what: string,
  signature: string,
): boolean {
  const given = Buffer.from(signature)
  const right = Buffer.from(isId(memberId) ? sign(house, communityId, memberId, what) : '')
  return given.length === right.length && right.length > 0 && timingSafeEqual(given, right)
}
