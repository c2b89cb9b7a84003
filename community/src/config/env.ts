/** The only place that reads process.env: names and raw values, nothing decided yet. */
export interface Env {
  KINDLING_DATA?: string
  DATABASE_URL?: string
  HOST?: string
  PORT?: string
  KINDLING_URL?: string
  KINDLING_SECRET?: string
  KINDLING_SMTP?: string
  KINDLING_MAIL_FROM?: string
  KINDLING_OIDC_ISSUER?: string
  KINDLING_OIDC_CLIENT_ID?: string
  KINDLING_OIDC_CLIENT_SECRET?: string
  KINDLING_OIDC_NAME?: string
  KINDLING_LOG?: string
  KINDLING_TRUST_PROXY?: string
  KINDLING_METRICS_TOKEN?: string
}

/** Reads the environment. A setting left empty counts as not given. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  return Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  ) as Env
}
