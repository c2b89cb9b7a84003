declare module '../../foundation/database/tables.ts' {
  interface Tables {
    /** Threads that are heating up. Nothing about who wrote what. */
    thread_heat: {
      community_id: string
      post_id: string
      likelihood: number
      since: Date
      /** When its last message was written: a rest ends it. */
      at: Date
    }
    /** Threads that take it slower, or were asked to. */
    slow_modes: {
      community_id: string
      id: string
      post_id: string
      proposed_by: string
      /** A steward need not ask. */
      by_steward: boolean
      proposed_at: Date
      begun_at: Date | null
      /** When it ends by itself, or the question does. */
      ends_at: Date
      ended_at: Date | null
    }
    /** Whom a suggestion asks, and what they said. */
    slow_mode_answers: {
      community_id: string
      slow_mode_id: string
      member_id: string
      /** Nothing until they answer. */
      agreed: boolean | null
    }
  }
}

export {}
