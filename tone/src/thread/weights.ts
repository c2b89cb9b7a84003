import type { Factor } from './factors.ts'

/** What a forecast starts from, and per factor what is usual, how far it varies, and what that distance weighs. */
export interface Weights {
  start: number
  factors: Record<Factor, { mean: number; spread: number; weight: number }>
}

/** Written by training/thread.py, and nothing here by hand. */
export const weights: Weights = {
  start: -0.1379,
  factors: {
    heatNow: { mean: 0.2213, spread: 0.2024, weight: 0.3039 },
    heatSoFar: { mean: 0.1935, spread: 0.1066, weight: 0.1247 },
    sharpest: { mean: 0.371, spread: 0.2107, weight: 0.155 },
    rising: { mean: 0.0366, spread: 0.2089, weight: 0.3076 },
    coldness: { mean: 0.1079, spread: 0.089, weight: 0.2556 },
    softening: { mean: 0.0609, spread: 0.0914, weight: -0.1301 },
    mending: { mean: 0.0356, spread: 0.0437, weight: -0.2429 },
    asking: { mean: 0.1469, spread: 0.2339, weight: -0.3045 },
    youHeated: { mean: 0.0246, spread: 0.0357, weight: -0.0758 },
    meRate: { mean: 0.0775, spread: 0.0775, weight: -0.0241 },
    length: { mean: 3.1814, spread: 0.7927, weight: 0.0553 },
    duel: { mean: 0.9746, spread: 0.1307, weight: -0.2038 },
    perAuthor: { mean: 0.979, spread: 0.2432, weight: -0.0594 },
  },
}
