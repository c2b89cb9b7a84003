import type { Channel } from './kinds.ts'
import type { Digest } from './rules.ts'

declare module '../foundation/database/tables.ts' {
  interface Tables {
    /** What reached whom. */
    notices: {
      community_id: string
      member_id: string
      id: string
      kind: string
      event_id: string
      post_id: string | null
      reply_id: string | null
      space_id: string | null
      subject_id: string | null
      /** Notices with the same value read as one line. */
      together: string
      /** A member is told once of each. */
      once: string
      created_at: Date
      read_at: Date | null
      /** A letter said it, or it was settled that none will. */
      mailed_at: Date | null
    }
    /** What somebody chose other than the usual. */
    notice_choices: { community_id: string; member_id: string; kind: string; channel: Channel }
    notice_settings: {
      community_id: string
      member_id: string
      digest: Digest
      /** Up to when the last digest looked; what is younger is new to the next. */
      digest_at: Date | null
    }
    /** Letters that went, for their limits. Nothing of what they said. */
    notice_letters: {
      community_id: string
      member_id: string
      id: string
      /** "at-once", "daily" or "digest". */
      sort: string
      /** Of letters that go as things come: the thread. */
      together: string | null
      awaited: boolean
      sent_at: Date
    }
  }
}
