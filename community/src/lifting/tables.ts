import type { Mark, Quoting } from './rules.ts'

declare module '../foundation/database/tables.ts' {
  interface Tables {
    /** "This helped" and "this was kind". Gone when it is taken back; nothing is counted from it. */
    reply_marks: {
      community_id: string
      reply_id: string
      marker_id: string
      kind: Mark
      post_id: string
      /** Who wrote the reply; handed on to nobody. */
      writer_id: string
      /** One of the two stands in this thread without a name: then it tells nothing about the two elsewhere. */
      nameless: boolean
      /** Its giver seldom marked this writer when it was given; only such a "kind" lifts. */
      seldom: boolean
      created_at: Date
    }
    /** Whether letters may quote a lifted reply of somebody's. */
    quoting_choices: { community_id: string; member_id: string; quoting: Quoting }
    /** A yes for one reply. */
    quoted_replies: { community_id: string; reply_id: string; member_id: string; created_at: Date }
  }
}
