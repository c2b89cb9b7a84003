/** A street with its number, as found; `sure` where a flat, a town or a postcode stands with it. */
export interface Door {
  begin: number
  end: number
  street: string
  sure: boolean
  /** In small letters, or otherwise so plain that only words about a home make it one. */
  faint: boolean
}
