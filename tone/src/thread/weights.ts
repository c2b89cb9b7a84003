import type { Factor } from './factors.ts'

/** What a forecast starts from, and per factor what is usual, how far it varies, and what that distance weighs. */
export interface Weights {
  start: number
  factors: Record<Factor, { mean: number; spread: number; weight: number }>
}

/** Written by training/thread.py, and nothing here by hand. */
export const weights: Weights = {
  start: -0.1517,
  factors: {
    heatNow: { mean: 0.2036, spread: 0.1623, weight: 0.3015 },
    heatSoFar: { mean: 0.1881, spread: 0.0859, weight: 0.2195 },
    sharpest: { mean: 0.3356, spread: 0.1678, weight: 0.2407 },
    rising: { mean: 0.0208, spread: 0.1725, weight: 0.2339 },
    coldness: { mean: 0.1126, spread: 0.0752, weight: 0.217 },
    softening: { mean: 0.0797, spread: 0.0997, weight: -0.0916 },
    mending: { mean: 0.0486, spread: 0.0471, weight: -0.246 },
    asking: { mean: 0.1469, spread: 0.2339, weight: -0.2392 },
    youHeated: { mean: 0.0207, spread: 0.0266, weight: 0.055 },
    meRate: { mean: 0.0775, spread: 0.0775, weight: -0.0242 },
    length: { mean: 3.1814, spread: 0.7927, weight: 0.0196 },
    duel: { mean: 0.9746, spread: 0.1307, weight: -0.1318 },
    perAuthor: { mean: 0.979, spread: 0.2432, weight: -0.0516 },
  },
}
