const HERE = 'http://here.invalid'

/** A place on this site to go on to; anything else becomes the front page, so that no link of ours leads away. */
export function localPath(wanted: string | undefined | null, otherwise = '/'): string {
  if (!wanted?.startsWith('/') || /[\\\p{Cc}\s]/u.test(wanted)) return otherwise
  try {
    const url = new URL(wanted, HERE)
    return url.origin === HERE && !url.pathname.startsWith('//')
      ? url.pathname + url.search + url.hash
      : otherwise
  } catch {
    return otherwise
  }
}

/** The path with what to come back to afterwards; the front page needs no mention. */
export function withThen(path: string, then: string): string {
  return then === '/' ? path : `${path}${path.includes('?') ? '&' : '?'}then=${encodeURIComponent(then)}`
}
