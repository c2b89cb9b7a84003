import type { Showing } from './rules.ts'

declare module '../foundation/database/tables.ts' {
  interface Tables {
    thanks: {
      community_id: string
      id: string
      giver_id: string
      receiver_id: string
      /** What it is for. A reply's thanks carries both. */
      post_id: string
      reply_id: string | null
      /** Empty when given without words. */
      words: string
      showing: Showing
      created_at: Date
      taken_back_at: Date | null
    }
    /** What a receiver answers when a giver says "may be shown": asked at the first one. */
    thanks_choices: { community_id: string; member_id: string; showing: 'always' | 'ask' | 'never' }
  }
}
