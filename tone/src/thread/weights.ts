import type { Factor } from './factors.ts'

/** What a forecast starts from, and per factor what is usual, how far it varies, and what that distance weighs. */
export interface Weights {
  start: number
  factors: Record<Factor, { mean: number; spread: number; weight: number }>
}

/** Written by training/thread.py, and nothing here by hand. */
export const weights: Weights = {
  start: -0.1292,
  factors: {
    heatNow: { mean: 0.226, spread: 0.1986, weight: 0.3213 },
    heatSoFar: { mean: 0.1971, spread: 0.1063, weight: 0.0971 },
    sharpest: { mean: 0.3711, spread: 0.2053, weight: 0.1292 },
    rising: { mean: 0.0379, spread: 0.2014, weight: 0.35 },
    coldness: { mean: 0.1068, spread: 0.0862, weight: 0.3191 },
    softening: { mean: 0.0632, spread: 0.0909, weight: -0.1433 },
    mending: { mean: 0.0381, spread: 0.0462, weight: -0.2421 },
    asking: { mean: 0.1469, spread: 0.2339, weight: -0.3134 },
    youHeated: { mean: 0.0244, spread: 0.0354, weight: -0.0817 },
    meRate: { mean: 0.0775, spread: 0.0775, weight: -0.02 },
    length: { mean: 3.1814, spread: 0.7927, weight: 0.0546 },
    duel: { mean: 0.9746, spread: 0.1307, weight: -0.2161 },
    perAuthor: { mean: 0.979, spread: 0.2432, weight: -0.073 },
  },
}
