import type { Outcome } from './rules.ts'

declare module '../foundation/database/tables.ts' {
  interface Tables {
    /** When something spoke to whom, and whether it was wanted. Never about what. */
    attention_uses: {
      community_id: string
      member_id: string
      /** Ordered by time. */
      id: string
      kind: string
      asked_at: Date
      outcome: Outcome | null
      free: boolean
      /** It would have spoken, and did not, because it was tried what happens without it. */
      kept_still: boolean
    }
    /** Which threads and asks a kind has spoken about to whom, so that it does so once. */
    attention_subjects: {
      community_id: string
      member_id: string
      kind: string
      subject_id: string
      at: Date
      ended: boolean
    }
    /** Kinds that stay away from a member for good; "*" for all of them: just the conversation. */
    attention_off: { community_id: string; member_id: string; kind: string }
  }
}
