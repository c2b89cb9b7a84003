import type { Harm } from '@kindling/tone'
import type { HowOften } from '../rules.ts'

declare module '../../foundation/database/tables.ts' {
  interface Tables {
    /** What a space decided about the pause, every version; the last one holds. */
    pause_policies: {
      community_id: string
      space_id: string
      version: number
      often: HowOften
      silent: Harm[]
      /** What it says, by attribute. */
      headings: Partial<Record<Harm, string>>
      changed_by: string
      changed_at: Date
    }
  }
}
