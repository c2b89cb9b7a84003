declare module '../../foundation/database/tables.ts' {
  interface Tables {
    /** Somebody would like to hear what others saw of something they did. */
    feedback_asks: {
      community_id: string
      id: string
      asker_id: string
      about: string
      /** Whom they named; empty where the people of a space are asked. Never changes, whoever answers or does not. */
      asked_ids: string[]
      space_id: string | null
      created_at: Date
      until: Date
      closed_at: Date | null
    }
    /** Who may still answer. "Not now" takes the row away, and nothing stays of it. */
    feedback_invited: { community_id: string; ask_id: string; member_id: string }
    /** What somebody answered: for who asked alone. */
    feedback_answers: {
      community_id: string
      id: string
      ask_id: string
      writer_id: string
      helped: string
      seen: string
      effect: string
      wish: string
      created_at: Date
      /** When a steward hid it over a report: from then on only who wrote it reads it. */
      hidden_at: Date | null
    }
  }
}

export {}
