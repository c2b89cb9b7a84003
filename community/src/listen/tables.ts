import type { HearingAnswer } from './hear/rules.ts'

declare module '../foundation/database/tables.ts' {
  interface Tables {
    /** "What I hear is ...": one line of one listener about one entry. */
    hearings: {
      community_id: string
      id: string
      post_id: string
      reply_id: string | null
      /** The reply, or the post itself. */
      entry_id: string
      listener_id: string
      /** Who wrote the entry, also where it stands without a name. Leaves the store for nobody else. */
      author_id: string
      words: string
      answer: HearingAnswer | null
      /** What the author adds where it was not quite that; else empty. */
      adds: string
      said_at: Date
      /** When its entry's author took it away: its words are gone, and no other comes from this listener. */
      removed_at: Date | null
      /** When a steward hid it over a report: from then on only who said it reads it. */
      hidden_at: Date | null
    }
    /** What matters to somebody in a thread, in their own words. */
    matters: {
      community_id: string
      post_id: string
      member_id: string
      words: string
      said_at: Date
    }
  }
}
