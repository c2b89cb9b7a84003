import { roleWords as w } from './words.ts'

/** What a role is called. */
export const roleName = {
  member: w.member,
  host: w.host,
  steward: w.steward,
  administrator: w.administrator,
} as const

/** What a role brings. */
export const about = {
  member: w.memberAbout,
  host: w.hostAbout,
  steward: w.stewardAbout,
  administrator: w.administratorAbout,
} as const
