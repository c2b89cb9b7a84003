/** What a suggestion does with a message, by name. */
export const moves = ['issue', 'i_statement', 'question', 'drop_insult', 'soften_absolute'] as const
export type Move = (typeof moves)[number]

/** Words that stand instead of others: UTF-16 units of the original, end exclusive. */
export interface Change {
  begin: number
  end: number
  text: string
}

/** Kinder words for a message. */
export interface Suggestion {
  text: string
  /** What the suggestion does first of all; it may drop an insult beside. */
  move: Move
  /** Edits in UTF-16 units of the original, in order, none touching another. Applied they give `text`. */
  changes: Change[]
  /** Likelihood of a pause by the same reading, 0 to 1. */
  likelihood: number
}
