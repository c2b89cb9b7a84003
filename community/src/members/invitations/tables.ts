declare module '../../foundation/database/tables.ts' {
  interface Tables {
    /** A way in, for one person or a few. The token itself is in the letter only. */
    invitations: {
      community_id: string
      id: string
      /** SHA-256 of the token. */
      token_hash: Buffer
      /** A name or an e-mail address, as the inviter typed it. */
      whom: string
      /** What whoever accepts becomes; only an administrator gives more than membership. */
      role: 'member' | 'administrator'
      uses_left: number
      created_by: string
      created_at: Date
      expires_at: Date
      revoked_at: Date | null
    }
    invitation_uses: { community_id: string; invitation_id: string; member_id: string; used_at: Date }
  }
}

export {}
