import { isAbsolute, resolve } from 'node:path'
import type { Env } from './env.ts'

/** Where a person signs in with an account from elsewhere (OpenID Connect). */
export interface OidcConfig {
  issuer: string
  clientId: string
  clientSecret: string
  /** Shown on the button: "Sign in with {name}". */
  name: string
}

/** Everything the server was told, checked. Times in milliseconds, paths absolute. */
export interface Config {
  dataFolder: string
  /** Undefined: Kindling runs its own PostgreSQL under dataFolder. */
  databaseUrl: string | undefined
  host: string
  port: number
  /** The public address, without a trailing slash. */
  url: string
  /** Signs cookies and tokens. Undefined: made on first start and kept in dataFolder. */
  secret: string | undefined
  /** smtp:// or smtps:// address. Undefined: letters stay in the outbox page. */
  smtp: string | undefined
  mailFrom: string | undefined
  oidc: OidcConfig | undefined
  log: 'quiet' | 'info'
  /** Read the caller's address from X-Forwarded-For (only behind one's own proxy). */
  trustProxy: boolean
  /** Opens /metrics to who sends it. Undefined: only this machine reads them. */
  metricsToken: string | undefined
  demo: boolean
}

/** A setting that cannot be used. The sentence says which and why. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code = 'setting_wrong'
}

/** @throws ConfigError */
export function portOf(value: string | undefined, usual = 4600): number {
  if (value === undefined) return usual
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0 || number > 65535)
    throw new ConfigError(`PORT is "${value}", but a port is a whole number from 0 to 65535.`)
  return number
}

function address(name: string, value: string, protocols: string[]): string {
  let url: URL
  try {
    url = new URL(value)
  } catch {
    throw new ConfigError(`${name} is not an address. It should begin with ${protocols.join(' or ')}.`)
  }
  if (!protocols.includes(`${url.protocol}//`))
    throw new ConfigError(
      `${name} begins with ${url.protocol}//, but it should be ${protocols.join(' or ')}.`,
    )
  return value.replace(/\/+$/, '')
}

function oidc(env: Env): OidcConfig | undefined {
  const {
    KINDLING_OIDC_ISSUER: issuer,
    KINDLING_OIDC_CLIENT_ID: id,
    KINDLING_OIDC_CLIENT_SECRET: secret,
  } = env
  if (!issuer && !id && !secret) return undefined
  if (!issuer || !id || !secret)
    throw new ConfigError(
      'Single sign-on needs three settings: KINDLING_OIDC_ISSUER, KINDLING_OIDC_CLIENT_ID and KINDLING_OIDC_CLIENT_SECRET. One of them is missing.',
    )
  return {
    issuer: address('KINDLING_OIDC_ISSUER', issuer, ['https://', 'http://']),
    clientId: id,
    clientSecret: secret,
    name: env.KINDLING_OIDC_NAME ?? new URL(issuer).hostname,
  }
}

function databaseUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  return address('DATABASE_URL', value, ['postgres://', 'postgresql://'])
}

function secret(value: string | undefined): string | undefined {
  if (value !== undefined && value.length < 32)
    throw new ConfigError(
      'KINDLING_SECRET is too short. Use at least 32 characters, for instance from "openssl rand -hex 32".',
    )
  return value
}

function metricsToken(value: string | undefined): string | undefined {
  if (value !== undefined && value.length < 16)
    throw new ConfigError(
      'KINDLING_METRICS_TOKEN is too short. Use at least 16 characters, for instance from "openssl rand -hex 16".',
    )
  return value
}

export const trustsProxy = ({ KINDLING_TRUST_PROXY: trust }: Env): boolean =>
  trust === '1' || trust === 'true'

/**
 * Turns the environment into a checked configuration.
 * @throws ConfigError when a setting cannot be used
 */
export function makeConfig(env: Env, overrides: Partial<Config> = {}): Config {
  const folder = overrides.dataFolder ?? env.KINDLING_DATA ?? 'data'
  const host = env.HOST ?? '127.0.0.1'
  const chosenPort = overrides.port ?? portOf(env.PORT)
  const shownHost =
    host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return {
    databaseUrl: databaseUrl(env.DATABASE_URL),
    host,
    url: env.KINDLING_URL
      ? address('KINDLING_URL', env.KINDLING_URL, ['http://', 'https://'])
      : `http://${shownHost}:${chosenPort}`,
    secret: secret(env.KINDLING_SECRET),
    smtp: env.KINDLING_SMTP
      ? address('KINDLING_SMTP', env.KINDLING_SMTP, ['smtp://', 'smtps://'])
      : undefined,
    mailFrom: env.KINDLING_MAIL_FROM,
    oidc: oidc(env),
    log: env.KINDLING_LOG === 'quiet' ? 'quiet' : 'info',
    metricsToken: metricsToken(env.KINDLING_METRICS_TOKEN),
    trustProxy: trustsProxy(env),
    demo: false,
    ...overrides,
    port: chosenPort,
    dataFolder: isAbsolute(folder) ? folder : resolve(folder),
  }
}
