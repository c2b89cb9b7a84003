declare module '../../foundation/database/tables.ts' {
  interface Tables {
    community_values: {
      community_id: string
      id: string
      name: string
      sentence: string
      position: number
      created_at: Date
      /** When it was laid aside: nobody can choose it, and notes that were given for it keep its words. */
      rested_at: Date | null
    }
  }
}

export {}
