/**
 * helped: who began the thread says that this answer helped. kind: anybody else says that it was kind.
 */
export const marks = ['helped', 'kind'] as const
export type Mark = (typeof marks)[number]

/** Whether letters may quote what somebody wrote and others lifted. */
export const quotings = ['always', 'ask', 'never'] as const
export type Quoting = (typeof quotings)[number]

const DAY = 86_400_000
/** How far back marks between people are looked at. */
export const BETWEEN_MILLISECONDS = 90 * DAY
/** Copies at the top of a thread; there is no total. */
export const COPIES_SHOWN = 3
/** UTF-16 units of a copy: enough to know what it says, too little to replace it. */
export const COPY_LENGTH = 240
/** UTF-16 units of what a letter quotes. */
export const QUOTE_IN_LETTER = 140

/** What was given in the last 90 days, before a mark. All of it under names. */
export interface Before {
  /** Marks between the two, in either direction. */
  betweenTheTwo: number
  /**
   * For each third person whom the writer marks and who marks the giver: how often the rarer of the two happened. With
   * this mark the three make a ring.
   */
  rings: readonly number[]
}

/**
 * Whether somebody seldom marks a writer. Once before, between the two, is life; so is a ring that closes for the first
 * time. What goes to and fro, or round and round, lifts nothing. It only ever grows less with what was given before.
 */
export function isSeldom({ betweenTheTwo, rings }: Before): boolean {
  return betweenTheTwo <= 1 && rings.every((times) => times <= 1)
}

/** An answer that somebody marked, as one reader may see it. */
export interface Marked {
  replyId: string
  /** Undefined where it stands without a name. */
  writerId: string | undefined
  /** Who began the thread said that it helped. */
  helped: boolean
  /** The same, by somebody who seldom marks this writer. */
  helpedSeldom: boolean
  /** Somebody who seldom marks this writer said that it was kind. */
  kindSeldom: boolean
}

/** What lifts an answer before others: 0 is first; undefined lifts nothing. */
function stepOf({ helped, helpedSeldom, kindSeldom }: Marked): number | undefined {
  if (helped && helpedSeldom) return 0
  if (kindSeldom) return 1
  return helped ? 2 : undefined
}

const earlier = (one: Marked, other: Marked) => (one.replyId < other.replyId ? -1 : 1)

/**
 * The answers that stand at the top as copies, at most three, in the order in which they were written. One mark is as
 * good as fifty. What helped comes first, then what was kind; of several by one writer, one, as long as there are others.
 */
export function liftedOf<One extends Marked>(marked: readonly One[]): One[] {
  const able = marked.flatMap((one) => {
    const step = stepOf(one)
    return step === undefined ? [] : [{ one, step }]
  })
  able.sort((a, b) => a.step - b.step || earlier(a.one, b.one))
  const writers = new Set<string>()
  const firsts: One[] = []
  const more: One[] = []
  for (const { one } of able) {
    const again = one.writerId !== undefined && writers.has(one.writerId)
    if (one.writerId) writers.add(one.writerId)
    if (again) more.push(one)
    else firsts.push(one)
  }
  return [...firsts, ...more].slice(0, COPIES_SHOWN).sort(earlier)
}
