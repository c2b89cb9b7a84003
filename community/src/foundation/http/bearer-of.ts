/** The token of an Authorization header, maybe empty; undefined where the header is of another kind. */
export function bearerOf(header: string | undefined): string | undefined {
  const found = /^bearer(?: +(.*))?$/i.exec(header ?? '')
  return found ? (found[1] ?? '') : undefined
}
