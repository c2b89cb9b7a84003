import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'

export const SESSION_DAYS = 30
export const SESSION_SECONDS = SESSION_DAYS * 86_400

export interface SessionCookies {
  /** The cookie's full name. */
  readonly name: string
  /** The session token a Cookie header carries, if its signature is ours. Asks no database. */
  read(cookieHeader: string | undefined | null): string | undefined
  /** A Set-Cookie header that keeps a session for another thirty days. */
  write(token: string): string
  /** A Set-Cookie header that forgets the session. */
  clear(): string
}

/** Finds one cookie without taking the whole header apart. */
function find(header: string, name: string): string | undefined {
  let from = 0
  for (;;) {
    const at = header.indexOf(name, from)
    if (at < 0) return undefined
    const after = at + name.length
    if (header.charCodeAt(after) === 61 && (at === 0 || header[at - 1] === ' ' || header[at - 1] === ';')) {
      const end = header.indexOf(';', after)
      return header.slice(after + 1, end < 0 ? undefined : end).trim()
    }
    from = after
  }
}

/** The session cookie as the library writes it: the token, a dot, and the base64 HMAC-SHA-256 of the token. */
export function makeSessionCookies(name: string, secret: string, secure: boolean): SessionCookies {
  const key = createSecretKey(Buffer.from(secret, 'utf8'))
  const fullName = secure ? `__Secure-${name}` : name
  const attributes = `Path=/; HttpOnly; ${secure ? 'Secure; ' : ''}SameSite=Lax`
  const sign = (token: string) => createHmac('sha256', key).update(token).digest()
  return {
    name: fullName,
    read(header) {
      const raw = header && find(header, fullName)
      if (!raw) return undefined
      let value: string
      try {
        value = decodeURIComponent(raw)
      } catch {
        return undefined
      }
      const dot = value.lastIndexOf('.')
      if (dot < 1) return undefined
      const token = value.slice(0, dot)
      const signature = Buffer.from(value.slice(dot + 1), 'base64')
      const ours = sign(token)
      return signature.length === ours.length && timingSafeEqual(signature, ours) ? token : undefined
    },
    write: (token) =>
      `${fullName}=${encodeURIComponent(`${token}.${sign(token).toString('base64')}`)}; Max-Age=${SESSION_SECONDS}; ${attributes}`,
    clear: () => `${fullName}=; Max-Age=0; ${attributes}`,
  }
}
