import type { Carried, Comparison } from './compare.ts'

/** Height of the field that scores are drawn on, in px; its width is the panel's. */
export const FIELD = 216
/** Lines of text, in px. */
export const LINE = 17

/** Where an old score stands, across. */
export const across = (score: number): string => `${+(score * 100).toFixed(2)}%`
/** Where a score of ours stands, in px from the top of the field. */
export const upTo = (score: number): number => +((1 - score) * FIELD).toFixed(1)

export interface Mark {
  old: number
  ours: number
  between: readonly [number, number]
  /** Baseline of its label, in px. */
  label: number
}

/** Labels stand to the left of their dots, above the line, and make room for each other upwards. */
function placed(heights: readonly number[]): number[] {
  let free = FIELD
  const up = heights.map((height) => {
    free = Math.min(height - 6, free)
    free -= LINE
    return free + LINE
  })
  // Where that leads out of the field, they stand under one another from its top.
  let top = 4
  return up
    .toReversed()
    .map((height) => {
      const found = Math.max(height, top)
      top = found + LINE
      return found
    })
    .toReversed()
}

const hasOurs = (one: Carried): one is Carried & { ours: NonNullable<Carried['ours']> } =>
  one.ours !== undefined

/** The site's thresholds that carry over, from the lowest up. */
export function marksOf({ thresholds }: Comparison): Mark[] {
  const carried = thresholds.filter(hasOurs).sort((one, other) => one.old - other.old)
  const labels = placed(carried.map(({ ours }) => upTo(ours.threshold)))
  return carried.map(({ old, ours }, at) => ({
    old,
    ours: ours.threshold,
    between: ours.between,
    label: labels[at]!,
  }))
}

/** Where the label of an old threshold stands below the field. */
export interface OldLabel {
  old: number
  /** 0: the first line. */
  line: number
}

/** What the words at the beginning of the first line take of its width, 0 to 1, at 320 px. */
const WORDS = 0.33
/** What a letter takes. */
const LETTER = 0.03

/** Labels of old thresholds, each on the first line that has room for it, from the lowest up. */
export function oldLabelsOf({ thresholds }: Comparison): OldLabel[] {
  const ends = [WORDS]
  const sorted = thresholds.map(({ old }) => old).sort((one, other) => one - other)
  return sorted.map((old) => {
    const half = (String(old).length * LETTER) / 2
    const middle = Math.min(old, 1 - half)
    let line = ends.findIndex((end) => end <= middle - half)
    if (line < 0) line = ends.length
    ends[line] = middle + half
    return { old, line }
  })
}
