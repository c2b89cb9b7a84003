import { randomBytes } from 'node:crypto'
import { isSteward, type Role, type Scope, scopes, type Viewer } from '../foundation/index.ts'

/** Characters of the name of a token or key. */
export const NAME_LENGTH = 60
/** More than anybody looks after. */
export const MOST_TOKENS = 20
/** How long a token may live, in days; undefined until it is taken back. */
export const lifetimes = { '30': 30, '90': 90, '365': 365, none: undefined } as const
export type Lifetime = keyof typeof lifetimes

const PREFIX = 'kdl_'

/** A new token: 256 random bits behind a prefix that finders of lost secrets can look for. */
export function newSecret(): string {
  return PREFIX + randomBytes(32).toString('base64url')
}

/** True for what could be one of ours; everything else needs no question to the database. */
export function looksLikeToken(text: string): boolean {
  return /^kdl_[A-Za-z0-9_-]{43}$/.test(text)
}

/** What a member may put into a token. */
export function offeredScopes(viewer: Viewer): Scope[] {
  return scopes.filter((scope) => scope !== 'steward' || isSteward(viewer))
}

/**
 * A token has no more than its member, and of a steward's powers only what it was made for. What only
 * administrators may do is done in a browser.
 */
export function roleWithin(role: Role, given: readonly string[]): Role {
  if (role !== 'steward' && role !== 'administrator') return role
  return given.includes('steward') ? 'steward' : 'member'
}
