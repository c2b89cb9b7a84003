import type { Role } from '../foundation/index.ts'

export type MemberRole = Exclude<Role, 'visitor'>
/** remembered: they have died, and their words stay. */
export type MemberStatus = 'waiting' | 'active' | 'left' | 'remembered'

declare module '../foundation/database/tables.ts' {
  interface Tables {
    members: {
      community_id: string
      id: string
      /** Null for imported names and after an account was deleted. */
      account_id: string | null
      name: string
      /** Unique in the community; used in addresses and mentions. */
      handle: string
      role: MemberRole
      status: MemberStatus
      pronouns: string | null
      bio: string
      time_zone: string | null
      languages: string[]
      under_18: boolean
      picture_id: string | null
      joined_at: Date
      guidelines_agreed_at: Date | null
    }
  }
}
