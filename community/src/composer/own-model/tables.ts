import type { Choice } from './rules.ts'

declare module '../../foundation/database/tables.ts' {
  interface Tables {
    /** The language model of a community, every version; the last one holds. */
    own_models: {
      community_id: string
      version: number
      /** Nothing where it was removed. */
      address: string | null
      model: string
      /** Under seal; the last version alone has one. */
      sealed_key: string | null
      seconds: number
      on: boolean
      address_version: number
      changed_by: string
      changed_at: Date
    }
    /** What members said of sending drafts to it. Never what they sent. */
    own_model_choices: {
      community_id: string
      member_id: string
      choice: Choice
      address_version: number
      chosen_at: Date
    }
  }
}
