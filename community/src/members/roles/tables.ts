import type { MemberRole } from '../tables.ts'

declare module '../../foundation/database/tables.ts' {
  interface Tables {
    /** Every role given or taken, with the reason its bearer reads. */
    role_changes: {
      community_id: string
      member_id: string
      id: string
      from_role: MemberRole
      to_role: MemberRole
      reason: string
      changed_by: string
      changed_at: Date
    }
  }
}
