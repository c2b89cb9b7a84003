import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import type { OidcConfig } from '../../config/index.ts'
import { type Db, type Log, newId } from '../../foundation/index.ts'
import { SESSION_SECONDS } from './session-cookie.ts'
import { signInAs } from './sign-in-as.ts'
import { standInFor } from './store.ts'

export const OIDC = 'oidc'
/** How long after signing in one may change how one signs in. */
export const FRESH_SECONDS = 3600
export const COOKIE = 'kindling'

export interface AuthParts {
  db: Db
  secret: string
  log: Log
  /** Protocol, host and port people see. */
  origin: string
  oidc?: OidcConfig
}

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** Second steps are asked for wherever a password or a link signs in. */
function secondStep() {
  const plugin = twoFactor({
    allowPasswordless: true,
    twoFactorCookieMaxAge: 600,
    schema: {
      user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
      twoFactor: {
        modelName: 'two_factors',
        fields: {
          backupCodes: 'backup_codes',
          userId: 'account_id',
          failedVerificationCount: 'failed_verification_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  })
  for (const hook of plugin.hooks.after) hook.matcher = (context) => context.path === '/kindling/sign-in-as'
  return plugin
}

function keys(origin: string) {
  const { hostname } = new URL(origin)
  return passkey({
    rpID: hostname,
    rpName: hostname,
    origin,
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    advanced: { webAuthnChallengeCookie: `${COOKIE}-passkey` },
    schema: {
      passkey: {
        modelName: 'passkeys',
        fields: {
          publicKey: 'public_key',
          userId: 'account_id',
          credentialID: 'credential_id',
          deviceType: 'device_type',
          backedUp: 'backed_up',
          createdAt: 'created_at',
        },
      },
    },
  })
}

function singleSignOn(oidc: OidcConfig | undefined) {
  if (!oidc) return []
  return [
    genericOAuth({
      config: [
        {
          providerId: OIDC,
          name: oidc.name,
          clientId: oidc.clientId,
          clientSecret: oidc.clientSecret,
          discoveryUrl: `${oidc.issuer}/.well-known/openid-configuration`,
          scopes: ['openid', 'email', 'profile'],
          requireIdTokenVerification: true,
          disableProviderLogout: true,
          accountSubject: ({ profile }) => String(profile.sub ?? ''),
        },
      ],
    }),
  ]
}

/**
 * The library that keeps accounts, set up with our tables and names. Nothing outside this folder knows
 * it, and of its addresses only the single sign-on callback is reachable.
 */
export function makeAuth({ db, secret, log, origin, oidc }: AuthParts) {
  return betterAuth({
    appName: 'Kindling',
    baseURL: origin,
    basePath: '/auth',
    secret,
    database: { db, type: 'postgres' },
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    // Its messages may hold addresses: only that something happened is kept.
    logger: { level: 'error', log: (level) => log.error('sign_in_library', { level }) },
    onAPIError: { errorURL: `${origin}/sign-in` },
    advanced: {
      useSecureCookies: origin.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId() },
      cookiePrefix: COOKIE,
      cookies: { session_token: { name: COOKIE } },
    },
    user: {
      modelName: 'accounts',
      fields: { emailVerified: 'email_verified', ...stamps },
      additionalFields: {
        unconfirmedEmail: { type: 'string', required: false, input: false, fieldName: 'unconfirmed_email' },
      },
    },
    account: {
      modelName: 'sign_in_methods',
      fields: {
        accountId: 'subject',
        providerId: 'provider',
        userId: 'account_id',
        password: 'password_hash',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...stamps,
      },
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true },
    },
    session: {
      modelName: 'sessions',
      fields: {
        userId: 'account_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...stamps,
      },
      expiresIn: SESSION_SECONDS,
      // Our own pages keep sessions alive; see stay-signed-in.ts.
      disableSessionRefresh: true,
      freshAge: FRESH_SECONDS,
    },
    verification: { modelName: 'verifications', fields: { expiresAt: 'expires_at', ...stamps } },
    databaseHooks: {
      user: { create: { before: async (account) => ({ data: unproven(account) }) } },
      // What the other place lets us do there is none of our business.
      account: {
        create: {
          before: async (method) => ({
            data: {
              ...method,
              accessToken: null,
              refreshToken: null,
              idToken: null,
              accessTokenExpiresAt: null,
              refreshTokenExpiresAt: null,
            },
          }),
        },
      },
    },
    plugins: [signInAs, secondStep(), keys(origin), ...singleSignOn(oidc)],
  })
}

/** Accounts from single sign-on: an address that the other place did not check is not taken as anybody's. */
function unproven<Account extends { email: string; emailVerified: boolean }>(account: Account) {
  const id = newId()
  if (account.emailVerified) return { ...account, id, image: null }
  return { ...account, id, image: null, email: standInFor(id), unconfirmedEmail: account.email }
}

export type Auth = ReturnType<typeof makeAuth>
