import type { Space } from '../../src/spaces/index.ts'
import type { TestApp, TestMember } from '../kit/app.ts'
import type { ViewerName } from './stage.ts'

/** A route, who asks for it, and whom and what it may be about. */
export interface Asked {
  route: string
  viewer: ViewerName
  owner: TestMember
  member: TestMember
  steward: TestMember
  space: Space
}

/** A post of the owner's, and a reply of theirs under it. */
export interface Thread {
  post: string
  reply: string
}

/** What stands in an address where it says `:name`. */
export type Values = Record<string, string>

/**
 * A corner of the house: its routes with who may, and how each can be asked so that nothing but a rule about who may
 * stands in the way.
 *
 * @property routes for visitor, waiting, member, owner, host, steward, administrator, in this order: y may, n refused or
 * not there for them, s asked to sign in. The owner wrote what is asked for, or is whom it is about
 * @property ownThread whether a question that is asked gets a thread of its own, since one answer would decide the next
 * @property values what is made for the question, and where it is; what is not said is of the thread
 * @property body what comes past the first look of a form or of the API; undefined: what most of them take
 * @property query what a page asks for that is about one entry
 */
export interface Corner {
  routes: Record<string, string>
  ownThread?(method: string, pattern: string): boolean
  values?(place: TestApp, asked: Asked, thread: Thread): Promise<Values>
  body?(asked: Asked, thread: Thread, values: Values): RequestInit | undefined
  query?(pattern: string, thread: Thread): string
}

export const form = (fields: Record<string, string>): RequestInit => ({ body: new URLSearchParams(fields) })
export const json = (value: unknown): RequestInit => ({
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
})

/** The same as a form or as JSON, by which door it comes through. */
export const formOrJson = (path: string, fields: Record<string, unknown>): RequestInit =>
  path.startsWith('/api') ? json(fields) : form(fields as Record<string, string>)

export const acts = (method: string): boolean => method !== 'GET'

/** Method and address of a route. */
export const partsOf = (route: string): [method: string, pattern: string] =>
  route.split(' ') as [string, string]
