import type { AuthorSays, CaseState, DecisionKind, Wish } from './rules.ts'

declare module '../foundation/database/tables.ts' {
  interface Tables {
    /** What stewards look at: words that somebody reported. At most one is open for the same words. */
    cases: {
      community_id: string
      id: string
      /** What sort of words: `entry` for a post or reply, else the kind of a `Reportable`. */
      kind: string
      /** Null where they stand in no space: then every steward looks after them. */
      space_id: string | null
      /** Of a post or reply alone. */
      post_id: string | null
      reply_id: string | null
      /** The words: the reply, or the post itself; else what their feature knows them by. */
      entry_id: string
      /** Who wrote it, also where it stands without a name. Decides who may look; leaves the store for nobody. */
      author_id: string
      /** Whom it was said to or about; decides nothing here either. */
      other_id: string | null
      /** Somebody in it stands without a name, so that nothing may be said of who could decide. */
      guarded: boolean
      /** A post or reply as it was when it was reported; emptied when nothing came of it. */
      said: string
      state: CaseState
      /** Grows with every decision, so that two at the same moment cannot both count. */
      version: number
      opened_at: Date
      decided_at: Date | null
      /** Since when the author waits for another look. */
      asked_at: Date | null
    }
    /** Copies of what was chosen to go with a report that is not about an entry; erased once the case is over. */
    case_lines: {
      community_id: string
      case_id: string
      id: string
      author_id: string
      html: string
      language: string
      said_at: Date
      /** False for what only goes along. */
      reported: boolean
    }
    /** What somebody noted for themselves about words that bothered them. Read by them alone. */
    own_notes: {
      community_id: string
      member_id: string
      id: string
      kind: string
      words_id: string
      author_id: string
      note: string
      /** Where the words stood. */
      href: string
      noted_at: Date
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
