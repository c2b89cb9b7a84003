import type { Factor } from './factors.ts'

/** Written by training/thread.py, and nothing here by hand. */
export const weights: {
  start: number
  factors: Record<Factor, { mean: number; spread: number; weight: number }>
} = {
  start: 0,
  factors: {
    heatNow: { mean: 0, spread: 1, weight: 0 },
    heatSoFar: { mean: 0, spread: 1, weight: 0 },
    sharpest: { mean: 0, spread: 1, weight: 0 },
    rising: { mean: 0, spread: 1, weight: 0 },
    coldness: { mean: 0, spread: 1, weight: 0 },
    softening: { mean: 0, spread: 1, weight: 0 },
    mending: { mean: 0, spread: 1, weight: 0 },
    asking: { mean: 0, spread: 1, weight: 0 },
    youRate: { mean: 0, spread: 1, weight: 0 },
    meRate: { mean: 0, spread: 1, weight: 0 },
    length: { mean: 0, spread: 1, weight: 0 },
    duel: { mean: 0, spread: 1, weight: 0 },
    perAuthor: { mean: 0, spread: 1, weight: 0 },
  },
}
