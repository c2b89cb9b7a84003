declare module '../../foundation/database/tables.ts' {
  interface Tables {
    /** Spaces that chose the kind order, and by how many hours each reason moves a post. */
    kind_orders: {
      community_id: string
      space_id: string
      unanswered: number
      first: number
      bridges: number
      chosen_by: string
      chosen_at: Date
    }
  }
}
