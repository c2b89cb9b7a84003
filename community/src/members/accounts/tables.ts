/** Accounts belong to the installation, not to one community: their tables do not lead with community_id. */
declare module '../../foundation/database/tables.ts' {
  interface Tables {
    accounts: {
      id: string
      /** Only from single sign-on, to fill in "What shall we call you?" once. */
      name: string
      /** The confirmed address, or a stand-in ending in `.invalid` until one is confirmed. */
      email: string
      email_verified: boolean
      /** An address somebody typed here and has not shown to be theirs. */
      unconfirmed_email: string | null
      image: string | null
      two_factor_enabled: boolean
      created_at: Date
      updated_at: Date
    }
    sign_in_methods: {
      id: string
      account_id: string
      /** "credential" for a password, "oidc" for single sign-on. */
      provider: string
      subject: string
      password_hash: string | null
      access_token: string | null
      refresh_token: string | null
      id_token: string | null
      access_token_expires_at: Date | null
      refresh_token_expires_at: Date | null
      scope: string | null
      created_at: Date
      updated_at: Date
    }
    sessions: {
      id: string
      token: string
      account_id: string
      expires_at: Date
      created_at: Date
      updated_at: Date
      ip_address: string | null
      user_agent: string | null
    }
    verifications: {
      id: string
      identifier: string
      value: string
      expires_at: Date
      created_at: Date
      updated_at: Date
    }
    passkeys: {
      id: string
      account_id: string
      name: string | null
      public_key: string
      credential_id: string
      counter: number
      device_type: string
      backed_up: boolean
      transports: string | null
      created_at: Date | null
      aaguid: string | null
    }
    two_factors: {
      id: string
      account_id: string
      secret: string
      backup_codes: string
      verified: boolean
      failed_verification_count: number
      locked_until: Date | null
    }
  }
}

/** The provider under which a password is kept. */
export const PASSWORD = 'credential'
