export const personalKinds = ['email', 'phone', 'address', 'card', 'iban', 'document', 'name'] as const

/** What of somebody's private life a stretch of text gives away. */
export type PersonalKind = (typeof personalKinds)[number]

/** A stretch of somebody's personal data: UTF-16 units of the text, end exclusive. */
export interface Found {
  kind: PersonalKind
  begin: number
  end: number
  /** Why it counts, as a stable code that holds none of the text: `us_ssn`, `beside_health` ... */
  why: string
}

/** A find in the cleared text, before its place in the original is looked up. */
export type Find = Found

/** What is the writer's own and never counts. */
export interface Own {
  emails?: readonly string[]
  phones?: readonly string[]
  names?: readonly string[]
}

export interface PersonalOptions {
  own?: Own
  /** Where the community lives (ISO 3166, "DE"): telephone numbers are also read as they are written there. */
  region?: string
}
