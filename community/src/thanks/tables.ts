import './values/tables.ts'
import type { Gift, HugForm, Reach, Showing } from './rules.ts'

declare module '../foundation/database/tables.ts' {
  interface Tables {
    thanks: {
      community_id: string
      id: string
      giver_id: string
      /** Null where everybody who read along is thanked, and for a shout-out to somebody who is no member. */
      receiver_id: string | null
      kind: Gift
      /** What it is for. A reply's thanks carries both; null for what somebody did elsewhere. */
      post_id: string | null
      reply_id: string | null
      /** The words of the entry it is about; empty for all of it. */
      passage: string
      /** Empty when given without words. */
      words: string
      /** What of the community's values it was for, and what that was called then. */
      value_id: string | null
      value_name: string | null
      /** Whom a shout-out is for who is no member here. */
      for_name: string | null
      showing: Showing
      /** When both had agreed; walls run along it. */
      shown_at: Date | null
      reach: Reach
      created_at: Date
      taken_back_at: Date | null
      /** When its receiver took it out of sight. Who gave it is not shown that. */
      put_away_at: Date | null
      /** When a steward hid it over a report: from then on only who gave it reads it. */
      hidden_at: Date | null
      /** When its receiver said "That means a lot". */
      answered_at: Date | null
    }
    /** When a member was last told that a year of keepsakes is kept for them. */
    keepsake_letters: { community_id: string; member_id: string; told_at: Date }
    /** What a receiver answers when a giver says "may be shown", asked at the first one; and what a hug is for them. */
    thanks_choices: {
      community_id: string
      member_id: string
      showing: 'always' | 'ask' | 'never'
      hug: HugForm
    }
  }
}
