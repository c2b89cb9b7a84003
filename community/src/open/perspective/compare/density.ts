import type { Pairs } from './pairs.ts'

export const COLUMNS = 28
export const ROWS = 18

/** Messages whose two scores are near each other, as one fleck. */
export interface Fleck {
  /** Middle of its cell, 0 to 1. */
  old: number
  ours: number
  /** 0 to 1, by the logarithm of how many they are: most messages crowd into one corner. */
  weight: number
}

const cellOf = (score: number, cells: number): number => Math.min(cells - 1, Math.floor(score * cells))

/** How thick the messages lie, cell by cell. */
export function flecksOf({ old, ours }: Pairs): Fleck[] {
  const counts = new Uint32Array(COLUMNS * ROWS)
  for (let at = 0; at < old.length; at++)
    counts[cellOf(ours[at]!, ROWS) * COLUMNS + cellOf(old[at]!, COLUMNS)]!++
  const fullest = Math.log1p(counts.reduce((most, count) => Math.max(most, count), 0))
  const flecks: Fleck[] = []
  counts.forEach((count, at) => {
    if (count === 0) return
    const [row, column] = [Math.floor(at / COLUMNS), at % COLUMNS]
    flecks.push({
      old: (column + 0.5) / COLUMNS,
      ours: (row + 0.5) / ROWS,
      weight: Math.log1p(count) / fullest,
    })
  })
  return flecks
}
