import type { Answer } from './rules.ts'

declare module '../../foundation/database/tables.ts' {
  interface Tables {
    /** One or two sentences that somebody wrote about somebody. Unseen by others until both agree. */
    spotlight_words: {
      community_id: string
      id: string
      about_id: string
      writer_id: string
      words: string
      written_at: Date
      /** When it reached the one it is about; null while it waits. */
      delivered_at: Date | null
      /** Where it reached them by being asked. */
      spotlight_id: string | null
      /** The one it is about does not want it shown. */
      hidden: boolean
      /** When a steward hid it over a report: then nobody reads it, and who wrote it reads why. */
      taken_out_at: Date | null
    }
    /** Somebody was asked whether others may be told about them. */
    spotlights: {
      community_id: string
      id: string
      member_id: string
      season: string
      asked_at: Date
      answer: Answer | null
      shown_from: Date | null
      shown_until: Date | null
      /** The sentences that others may read, as they stood on the page before the yes. */
      shown_words: string[]
    }
    /** Who looks after spotlights in a month. */
    spotlight_hosts: { community_id: string; month: string; member_id: string }
    /** Three people drawn by lot for a host, and whether one was asked. */
    spotlight_draws: {
      community_id: string
      round: string
      host_id: string
      member_ids: string[]
      asked_id: string | null
    }
    /** What a member wants of spotlights; nothing where they never said. */
    spotlight_choices: { community_id: string; member_id: string; asks: boolean; written: boolean }
  }
}
