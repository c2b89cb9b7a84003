import type { AppContext, Community, Translator } from '../../foundation/index.ts'

/** One request, as accounts look at it. */
export interface Visit {
  community: Community
  t: Translator
  /** Protocol, host and port people see: for links in letters, passkeys and single sign-on. */
  origin: string
  /** Cookies and the browser's name, and nothing else of the request. */
  headers: Headers
  /** Of the session the request came with. */
  sessionToken: string | undefined
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Where a community is reached. It comes from settings, never from the request, with one exception: on
 * one's own machine "localhost" and "127.0.0.1" both work (passkeys know only the first).
 */
export function originOf(configured: string, community: Community, hostHeader: string | undefined): string {
  const url = new URL(configured)
  if (community.host) {
    url.hostname = community.host
    return url.origin
  }
  if (LOOPBACK.has(url.hostname) && hostHeader) {
    const asked = URL.canParse(`${url.protocol}//${hostHeader}`)
      ? new URL(`${url.protocol}//${hostHeader}`)
      : undefined
    if (asked && LOOPBACK.has(asked.hostname)) return asked.origin
  }
  return url.origin
}

export function visitOf(c: AppContext, sessionToken: string | undefined): Visit {
  const headers = new Headers()
  for (const name of ['cookie', 'user-agent']) {
    const value = c.req.header(name)
    if (value) headers.set(name, value.slice(0, name === 'cookie' ? undefined : 300))
  }
  const { house, community, t } = c.var
  return {
    community,
    t,
    origin: originOf(house.config.url, community, c.req.header('host')),
    headers,
    sessionToken,
  }
}
