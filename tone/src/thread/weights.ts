import type { Factor } from './factors.ts'

/** What a forecast starts from, and per factor what is usual, how far it varies, and what that distance weighs. */
export interface Weights {
  start: number
  factors: Record<Factor, { mean: number; spread: number; weight: number }>
}

/** Written by training/thread.py, and nothing here by hand. */
export const weights: Weights = {
  start: -0.145,
  factors: {
    heatNow: { mean: 0.2486, spread: 0.211, weight: 0.2884 },
    heatSoFar: { mean: 0.2194, spread: 0.114, weight: 0.1091 },
    sharpest: { mean: 0.41, spread: 0.2139, weight: 0.1303 },
    rising: { mean: 0.0388, spread: 0.2113, weight: 0.3094 },
    coldness: { mean: 0.127, spread: 0.0976, weight: 0.2768 },
    softening: { mean: 0.078, spread: 0.0993, weight: -0.1437 },
    mending: { mean: 0.0457, spread: 0.0532, weight: -0.2452 },
    asking: { mean: 0.1469, spread: 0.2339, weight: -0.2876 },
    youHeated: { mean: 0.0279, spread: 0.042, weight: -0.0996 },
    meRate: { mean: 0.0775, spread: 0.0775, weight: -0.0063 },
    length: { mean: 3.1814, spread: 0.7927, weight: 0.0755 },
    duel: { mean: 0.9746, spread: 0.1307, weight: -0.2027 },
    perAuthor: { mean: 0.979, spread: 0.2432, weight: -0.0583 },
  },
}
