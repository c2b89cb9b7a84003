/** The longest name a page is built for. */
export const NAME_LENGTH = 60
export const BIO_LENGTH = 600

/** A handle from a name: lower-case Latin letters, digits and single hyphens; "member" when nothing is left. */
export function handleFrom(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 30)
    .replace(/-+$/, '')
  return plain || 'member'
}

/** Words that are addresses of ours or would let somebody pass for the house. */
const RESERVED = new Set([
  'admin',
  'administrator',
  'kindling',
  'steward',
  'stewards',
  'host',
  'moderator',
  'system',
  'me',
  'all',
  'everyone',
  'here',
  'a-member',
  'settings',
  'new',
])

/** The first free handle: "mira", then "mira-2", "mira-3" ... */
export function freeHandle(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted) && !RESERVED.has(wanted)) return wanted
  for (let number = 2; ; number++) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`
}

/** Trims, folds spaces, and takes out invisible and direction-changing characters from a name. */
export function tidyName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
