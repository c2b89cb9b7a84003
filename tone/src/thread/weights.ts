import type { Factor } from './factors.ts'

/** What a forecast starts from, and per factor what is usual, how far it varies, and what that distance weighs. */
export interface Weights {
  start: number
  factors: Record<Factor, { mean: number; spread: number; weight: number }>
}

/** Written by training/thread.py, and nothing here by hand. */
export const weights: Weights = {
  start: 0.2049,
  factors: {
    heatNow: { mean: 0.2045, spread: 0.171, weight: 0.3315 },
    heatSoFar: { mean: 0.1913, spread: 0.0875, weight: 0.188 },
    sharpest: { mean: 0.346, spread: 0.1672, weight: 0.1995 },
    rising: { mean: 0.0171, spread: 0.1798, weight: 0.3014 },
    coldness: { mean: 0.1079, spread: 0.076, weight: 0.2738 },
    softening: { mean: 0.087, spread: 0.1008, weight: -0.1637 },
    mending: { mean: 0.0506, spread: 0.049, weight: -0.2904 },
    asking: { mean: 0.1267, spread: 0.2252, weight: -0.1886 },
    youRate: { mean: 0.0509, spread: 0.0535, weight: 0.3059 },
    meRate: { mean: 0.084, spread: 0.0608, weight: -0.1287 },
    length: { mean: 3.454, spread: 0.5491, weight: -0.4014 },
    duel: { mean: 0.9692, spread: 0.1434, weight: -0.0938 },
    perAuthor: { mean: 0.9958, spread: 0.2454, weight: -0.1006 },
  },
}
