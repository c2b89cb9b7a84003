import type { AuthorSays, CaseState, DecisionKind, Wish } from './rules.ts'

declare module '../foundation/database/tables.ts' {
  interface Tables {
    /** What stewards look at: one post or reply that somebody reported. At most one is open for an entry. */
    cases: {
      community_id: string
      id: string
      space_id: string
      post_id: string
      reply_id: string | null
      /** The reply, or the post itself. */
      entry_id: string
      /** Who wrote it, also where it stands without a name. Decides who may look; leaves the store for nobody. */
      author_id: string
      /** The words as they were when they were reported; emptied when nothing came of it. */
      said: string
      state: CaseState
      /** Grows with every decision, so that two at the same moment cannot both count. */
      version: number
      opened_at: Date
      decided_at: Date | null
      /** Since when the author waits for another look. */
      asked_at: Date | null
    }
    /** One person's report; several on the same entry share its case. */
    reports: {
      community_id: string
      case_id: string
      reporter_id: string
      id: string
      wish: Wish
      note: string
      created_at: Date
      /** When the reporter was told what came of it. */
      answered_at: Date | null
    }
    /** The trail: who did what, when, why. Rows are only ever added. */
    decisions: {
      community_id: string
      case_id: string
      id: string
      decided_by: string
      what: DecisionKind
      /** Read by the author; for a note, by colleagues. */
      reason: string
      /** Read by who reported it. */
      to_reporter: string
      decided_at: Date
    }
    /** What the author of something hidden says to the stewards. */
    case_words: {
      community_id: string
      case_id: string
      id: string
      kind: AuthorSays
      words: string
      created_at: Date
    }
  }
}
