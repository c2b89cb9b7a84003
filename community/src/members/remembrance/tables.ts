declare module '../../foundation/database/tables.ts' {
  interface Tables {
    /** Somebody who has died: one steward proposes remembrance with a reason, a second confirms it. */
    remembrances: {
      community_id: string
      member_id: string
      proposed_by: string
      reason: string
      proposed_at: Date
      /** Null while it waits for the second steward. */
      confirmed_by: string | null
      confirmed_at: Date | null
    }
  }
}
