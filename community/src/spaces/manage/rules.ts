import { kindDefaults, type SpaceKind, type SpaceVisibility, spaceVisibilities } from '../rules.ts'

export const NAME_LENGTH = 60
export const DESCRIPTION_LENGTH = 300
export const NORM_LENGTH = 160
export const MOST_NORMS = 7

/** What members notice when a space becomes another kind of place. */
export type Noticed =
  | 'unnamedYes'
  | 'unnamedAsks'
  | 'unnamedNo'
  | 'thanksShown'
  | 'thanksBetween'
  | 'celebrationsOn'
  | 'celebrationsOff'

const unnamed = { yes: 'unnamedYes', asks: 'unnamedAsks', no: 'unnamedNo' } as const

/** The differences between two kinds, in the order they are told; empty when nobody would notice. */
export function noticed(from: SpaceKind, to: SpaceKind): Noticed[] {
  const [before, after] = [kindDefaults[from], kindDefaults[to]]
  const list: Noticed[] = []
  if (before.unnamed !== after.unnamed) list.push(unnamed[after.unnamed])
  if (before.thanksShown !== after.thanksShown) list.push(after.thanksShown ? 'thanksShown' : 'thanksBetween')
  if (before.celebrations !== after.celebrations)
    list.push(after.celebrations ? 'celebrationsOn' : 'celebrationsOff')
  return list
}

/** True when people who could not read what was written so far could read it afterwards. */
export function opensUp(from: SpaceVisibility, to: SpaceVisibility): boolean {
  return spaceVisibilities.indexOf(to) < spaceVisibilities.indexOf(from)
}

/** Norms as typed, one a line. */
export function readNorms(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) =>
      line
        .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
        .replace(/\s+/gu, ' ')
        .replace(/^[-*•]\s*/u, '')
        .trim(),
    )
    .filter(Boolean)
}

/** Addresses of ours below /spaces, or words that would mislead. */
const RESERVED = new Set(['new', 'all', 'feed', 'edit'])

/** The part of a space's address made from its name: "space" when no Latin letter or digit is left. */
export function slugFrom(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  return plain || 'space'
}

/** The first free address. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted) && !RESERVED.has(wanted)) return wanted
  for (let number = 2; ; number++) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`
}
