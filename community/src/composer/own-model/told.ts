// Browsers use this file as well.

/** What the script of the pause is told of the community's own model, in the page's language. */
export interface MoreTold {
  /** What a yes would be to. */
  addressVersion: number
  /** Where the draft would go; nothing where this member said yes to that. */
  says: string | null
  ask: string
  /** Says no for good; nothing where this member said yes. */
  no: string | null
  from: string
  other: string
  waiting: string
  none: string
}
