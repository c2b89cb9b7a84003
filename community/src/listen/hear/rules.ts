/** "Yes, that's it", or "Not quite" with a line of their own. */
export type HearingAnswer = 'yes' | 'adds'

/** The kind of a reported line. */
export const HEARING = 'hearing'

/** Lines that stand open under one entry; the others unfold, without a number. */
export const HEARINGS_SHOWN = 3
/** All that are read for one entry. */
export const HEARINGS_READ = 20
/** Of one listener, in 24 hours. */
export const HEARINGS_A_DAY = 20
/** The same line again within this time is a button pressed twice. */
export const TWICE_MILLISECONDS = 60_000
/** An invitation stays so long, so that a page may be read twice; after that it is over for this thread. */
export const INVITED_MILLISECONDS = 30 * 60_000
