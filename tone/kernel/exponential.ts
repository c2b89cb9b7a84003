/** 3 * 2^22: added to a small number, the sum's bits end in that number, rounded. */
const ROUNDING: f32 = 12582912

/** e^x for x <= 0, within 3e-7 of its value; what is below -80 becomes nothing worth counting. */
export function exponential(x: v128): v128 {
  const scaled = f32x4.mul(f32x4.pmax(x, f32x4.splat(-80)), f32x4.splat(Math.LOG2E as f32))
  const shifted = f32x4.add(scaled, f32x4.splat(ROUNDING))
  // 2^rest, rest between -1/2 and 1/2, by its series.
  const whole = f32x4.sub(shifted, f32x4.splat(ROUNDING))
  const rest = f32x4.mul(f32x4.sub(scaled, whole), f32x4.splat(Math.LN2 as f32))
  let sum = f32x4.splat(1.0 / 720.0)
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(1.0 / 120.0))
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(1.0 / 24.0))
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(1.0 / 6.0))
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(0.5))
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(1))
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(1))
  // 2^whole: its number in the place of the exponent; all above it is shifted out.
  return f32x4.mul(sum, i32x4.shl(i32x4.add(shifted, i32x4.splat(127)), 23))
}
