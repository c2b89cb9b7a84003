import type { CelebrationKind, NamedAnswer } from './rules.ts'

declare module '../../foundation/database/tables.ts' {
  interface Tables {
    /** A milestone that a member opened for others to join. */
    celebrations: {
      community_id: string
      id: string
      space_id: string
      opener_id: string
      kind: CelebrationKind
      title: string
      /** What was reached, in a line. */
      reached: string
      words: string
      opened_at: Date
      /** From then on it rests in the list of its space. */
      rests_at: Date
    }
    /** Who was asked to be named in one, and what they said. */
    celebration_people: {
      community_id: string
      celebration_id: string
      member_id: string
      asked_at: Date
      answer: NamedAnswer | null
    }
    /** What somebody added: a line of their own, or a cheer where the words are empty. */
    celebration_lines: {
      community_id: string
      celebration_id: string
      member_id: string
      id: string
      words: string
      written_at: Date
    }
    /** Somebody asked the stewards to look: at a line, or at the celebration, where its opener is named. */
    celebration_reports: {
      community_id: string
      celebration_id: string
      writer_id: string
      reporter_id: string
      reported_at: Date
    }
    /** What was switched in a space; nothing where its kind decides. */
    celebration_spaces: {
      community_id: string
      space_id: string
      /** Celebrations may be opened. */
      opens: boolean
      /** Anniversaries and firsts from here are offered to the person they are of. */
      offers: boolean
    }
  }
}
