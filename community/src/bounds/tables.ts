declare module '../foundation/database/tables.ts' {
  interface Tables {
    /** blocker does not want to be seen, reached or counted by blocked. */
    blocks: { community_id: string; blocker_id: string; blocked_id: string; created_at: Date }
    /** muter does not want to read muted for now; muted never learns of it. */
    mutes: { community_id: string; muter_id: string; muted_id: string; created_at: Date }
  }
}

export {}
