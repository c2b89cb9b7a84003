import type { SpaceKind } from '../../spaces/index.ts'

declare module '../../foundation/database/tables.ts' {
  interface Tables {
    /** How far the set-up of a place has come, and who may go on with it. */
    set_up: {
      community_id: string
      /** SHA-256 of the newest keys: each start of the server prints another, and the one before still works. */
      key_hashes: Buffer[]
      /** SHA-256 of what the browser holds that opened the link first. */
      claim_hash: Buffer | null
      claimed_at: Date | null
      kind: SpaceKind | null
      /** SHA-256 of the code in the test letter. */
      letter_hash: Buffer | null
      letter_tries: number
      letter_arrived_at: Date | null
      /** When the recovery kit was last shown to be printed. */
      kit_made_at: Date | null
    }
    /** Codes on the printed sheet; each makes its holder administrator once. */
    recovery_codes: { community_id: string; code_hash: Buffer; made_at: Date; used_at: Date | null }
  }
}
