import type { ColumnType } from 'kysely'
import type { Door, HereReader } from './rules.ts'

declare module '../../foundation/database/tables.ts' {
  interface Tables {
    /** Who may have comments scored here. Without a row the defaults of rules.ts hold. */
    perspective_settings: {
      community_id: string
      door: Door
      per_minute: number
      reader: HereReader
      keep_suggestions: boolean
    }
    /** Keys of programs. The key itself is kept nowhere. */
    perspective_keys: {
      community_id: string
      id: string
      /** What administrators call it. */
      name: string
      /** SHA-256 of the key, in hex. */
      hash: string
      /** Undefined: as many as the settings say. */
      per_minute: number | null
      created_at: Date
    }
    /** Scores that programs suggested, where the community keeps them. */
    perspective_suggestions: {
      community_id: string
      id: string
      text: string
      scores: ColumnType<Record<string, number>, string, string>
      languages: string[]
      created_at: Date
    }
  }
}
