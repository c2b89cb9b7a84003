import type { Calibration } from './model-file.ts'

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit))

/** Between points that rise; flat beyond the ends. */
function interpolate(x: number[], y: number[], at: number): number {
  if (at <= x[0]!) return y[0]!
  const last = x.length - 1
  if (at >= x[last]!) return y[last]!
  let [low, high] = [0, last]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (x[middle]! <= at) low = middle
    else high = middle
  }
  const share = (at - x[low]!) / (x[high]! - x[low]!)
  return y[low]! + share * (y[high]! - y[low]!)
}

/** From a logit to how many of ten readers would say so, as 0 to 1. */
export function calibrate(calibration: Calibration | undefined, logit: number): number {
  if (!calibration) return sigmoid(logit)
  if ('x' in calibration) return interpolate(calibration.x, calibration.y, logit)
  return sigmoid(calibration.a * logit + calibration.b)
}
