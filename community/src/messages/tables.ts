import type { ConversationState, Takes } from './rules.ts'

declare module '../foundation/database/tables.ts' {
  interface Tables {
    /** What two members say to each other; there is one for a pair. low_id is the lower of the two. */
    message_conversations: {
      community_id: string
      id: string
      low_id: string
      high_id: string
      state: ConversationState
      /** Who asked first; null where it opened without a request. */
      asked_by: string | null
      asked_at: Date | null
      /** When the one who was asked said "not now". Nobody else is shown it. */
      rested_at: Date | null
    }
    messages: {
      community_id: string
      conversation_id: string
      id: string
      author_id: string
      /** Why they write, where it is a request; empty otherwise. */
      reason: string
      body: string
      /** The same, rendered when written. */
      html: string
      language: string
      /** The post or reply it is about, which both could see. */
      about_id: string | null
      created_at: Date
      /** When a steward hid it over a report: from then on its author alone reads it. */
      hidden_at: Date | null
    }
    /** A conversation as one of the two has it. */
    message_sides: {
      community_id: string
      member_id: string
      conversation_id: string
      other_id: string
      /** Newest message: lists run along it. */
      last_id: string
      /** Newest message of the other. */
      theirs_id: string | null
      /** How far this member read. The other is never shown it. */
      read_id: string | null
      /** When they are to be told of something new; null where nothing waits for the end of quiet hours. */
      tell_at: Date | null
    }
    /** "I am here if you want to write", left under a post or reply for its author alone. */
    message_openings: {
      community_id: string
      entry_id: string
      /** Who is here. */
      member_id: string
      id: string
      post_id: string
      reply_id: string | null
      /** Whom it is for, also where they wrote without a name: leaves the store for nobody. */
      author_id: string
      created_at: Date
      /** The author does not want to see it any longer; who left it is not shown that. */
      put_away_at: Date | null
      tell_at: Date | null
    }
    message_settings: {
      community_id: string
      member_id: string
      takes: Takes
      /** Quiet hours in minutes after midnight, in the member's own time zone; null where there are none. */
      quiet_from: number | null
      quiet_until: number | null
    }
  }
}
