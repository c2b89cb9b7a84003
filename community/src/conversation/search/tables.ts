declare module '../../foundation/database/tables.ts' {
  interface Tables {
    /** What can be found. Written by triggers on posts and replies alone. */
    search_entries: {
      community_id: string
      entry_id: string
      is_reply: boolean
      space_id: string
      /** Null where the name was left away: nobody is found by what they wrote without it. */
      author_id: string | null
      written_at: Date
      words: string
    }
    /** Languages somebody has written in here, as PostgreSQL calls them. */
    search_languages: { community_id: string; configuration: string }
  }
}

export {}
