/** What kind of place a space is; decides its defaults (START-1). */
export const spaceKinds = ['support', 'family', 'hobby', 'project', 'team'] as const
export type SpaceKind = (typeof spaceKinds)[number]

/** Who reads: anyone, everybody who joined, or who was let in. */
export const spaceVisibilities = ['public', 'members', 'invited'] as const
export type SpaceVisibility = (typeof spaceVisibilities)[number]

/** Who may begin posts. Whoever reads as a member may reply. */
export const postingRights = ['members', 'hosts', 'stewards'] as const
export type PostingBy = (typeof postingRights)[number]

/** What a kind of place decides until somebody changes it. */
export interface KindDefaults {
  visibility: SpaceVisibility
  searchEngines: boolean
  /** Posting without one's name: always, only to ask, or not. */
  unnamed: 'yes' | 'asks' | 'no'
  /** Whether thanks may be shown when both agree. */
  thanksShown: boolean
  /** Whether what is told for something said here may stand in the ripple of who said it, and have gone on. */
  ripple: boolean
  /** Whether celebrations may be opened, and anniversaries and firsts are offered to the person they are of. */
  celebrations: boolean
}

export const kindDefaults: Record<SpaceKind, KindDefaults> = {
  support: {
    visibility: 'members',
    searchEngines: false,
    unnamed: 'yes',
    thanksShown: false,
    celebrations: false,
    ripple: false,
  },
  family: {
    visibility: 'members',
    searchEngines: false,
    unnamed: 'yes',
    thanksShown: false,
    celebrations: false,
    ripple: false,
  },
  hobby: {
    visibility: 'public',
    searchEngines: true,
    unnamed: 'no',
    thanksShown: true,
    celebrations: true,
    ripple: true,
  },
  project: {
    visibility: 'public',
    searchEngines: true,
    unnamed: 'no',
    thanksShown: true,
    celebrations: true,
    ripple: true,
  },
  team: {
    visibility: 'invited',
    searchEngines: false,
    unnamed: 'asks',
    thanksShown: true,
    celebrations: true,
    ripple: false,
  },
}

/** May a post with this need leave its author's name away in this kind of space? */
export function mayBeUnnamed(kind: SpaceKind, need: string | null): boolean {
  const rule = kindDefaults[kind].unnamed
  return rule === 'yes' || (rule === 'asks' && need !== null && need !== 'celebrate')
}
