declare module '../../foundation/database/tables.ts' {
  interface Tables {
    /** An idea for a kind act. */
    kind_acts: {
      community_id: string
      id: string
      author_id: string
      words: string
      created_at: Date
      /** The last day on which it stood on the page, by the community's calendar; null where it never did. */
      last_day: string | null
    }
    /** "I did this": for who did alone, unless they told it. */
    kind_act_tries: {
      community_id: string
      act_id: string
      member_id: string
      id: string
      tried_at: Date
      /** What they told; null keeps it to themselves. */
      story: string | null
      told_at: Date | null
      /** When a steward hid what was told, over a report: from then on only who told it reads it. */
      hidden_at: Date | null
    }
  }
}
