import type { ColumnType } from 'kysely'

declare module '../foundation/database/tables.ts' {
  interface Tables {
    /** Tokens that members made for programs. The token itself is kept nowhere. */
    api_tokens: {
      community_id: string
      id: string
      member_id: string
      /** What its member calls it. */
      name: string
      /** SHA-256 of the token, in hex. */
      hash: string
      scopes: string[]
      created_at: Date
      expires_at: Date | null
      /** The day only: when exactly a program ran is nobody's business. */
      last_used_on: ColumnType<Date | null, string | null, string | null>
    }
  }
}
