import type { Result, Values } from './rules.ts'

declare module '../foundation/database/tables.ts' {
  interface Tables {
    experiments: {
      community_id: string
      id: string
      kind: string
      started_by: string
      started_at: Date
      ends_at: Date
      /** Share of members who are held out. */
      held_out: number
      /** About so many members were to be counted, when it began. */
      reach: number
      /** Ended before its time: nothing is shown of it. */
      stopped_at: Date | null
      result: Result | null
      /** Members who left after they had been counted, and are in no figure, by half. */
      left_usual: number
      left_held_out: number
    }
    /** Members who were counted, once each, and only until the result is there. */
    experiment_exposures: {
      community_id: string
      experiment_id: string
      member_id: string
      held_out: boolean
      exposed_at: Date
      /** The post or reply that came of it; forgotten once what came of it is counted. */
      entry_id: string | null
      heeded: boolean | null
      entry_changed: boolean
      /** What was counted, a week later. */
      outcomes: Values | null
    }
    /** Members on whom nothing is tried, because they said so. */
    experiment_leavers: { community_id: string; member_id: string; left_at: Date }
  }
}
