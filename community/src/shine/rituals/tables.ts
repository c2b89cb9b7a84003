import type { OccasionState, RitualKind, Turn } from './rules.ts'

declare module '../../foundation/database/tables.ts' {
  interface Tables {
    rituals: {
      community_id: string
      id: string
      space_id: string
      kind: RitualKind
      name: string
      /** What it asks of who takes part. */
      asks: string
      /** RFC 5545, without a start: it is read on the community's own calendar. */
      rule: string
      hour: number
      open_days: number
      /** Of a round: who gets a turn. */
      invited: string[]
      /** Who looks after it. */
      keeper_id: string
      next_at: Date
      resting_at: Date | null
      /** Quiet ones in a row. */
      quiet: number
      /** Since when its keeper is asked whether to rest, change or hand on; until they answer, none is planned. */
      asked_keeper_at: Date | null
      created_at: Date
    }
    /** Who would host one now and then. */
    ritual_hosts: {
      community_id: string
      ritual_id: string
      member_id: string
      said_at: Date
      hosted_at: Date | null
    }
    /** One time a ritual takes place. */
    ritual_occasions: {
      community_id: string
      id: string
      ritual_id: string
      space_id: string
      state: OccasionState
      due_at: Date
      host_id: string | null
      asked_at: Date
      reminded_at: Date | null
      /** Who said "not this time". */
      declined: string[]
      /** What its host wrote, until it opens. */
      first_words: string | null
      post_id: string | null
      opened_at: Date | null
      closes_at: Date | null
      closed_at: Date | null
    }
    ritual_turns: {
      community_id: string
      occasion_id: string
      member_id: string
      turn: Turn
    }
    /** Who has read everybody in a round; seen by nobody. */
    ritual_reads: { community_id: string; occasion_id: string; member_id: string; read_at: Date }
    /** Entries whose authors agreed to be shown when it is gathered. */
    ritual_agreed: {
      community_id: string
      entry_id: string
      post_id: string
      member_id: string
      agreed_at: Date
    }
  }
}
