/** Beyond, the normal distribution's share is 0 or 1. */
const EDGE: f32 = 5

/**
 * x times the share of a normal distribution below x. The share is 1/2 + x P(x^2) / Q(x^2), fitted by us; the
 * result is within 3e-5 of the exact one.
 */
function geluOf(x: v128): v128 {
  const near = f32x4.pmax(f32x4.pmin(x, f32x4.splat(EDGE)), f32x4.splat(-EDGE))
  const square = f32x4.mul(near, near)
  let above = f32x4.splat(3.0276134e-5)
  above = f32x4.add(f32x4.mul(above, square), f32x4.splat(3.7542703e-3))
  above = f32x4.add(f32x4.mul(above, square), f32x4.splat(2.9081435e-2))
  above = f32x4.add(f32x4.mul(above, square), f32x4.splat(0.39889364))
  let below = f32x4.splat(1.099755e-3)
  below = f32x4.add(f32x4.mul(below, square), f32x4.splat(2.4460133e-2))
  below = f32x4.add(f32x4.mul(below, square), f32x4.splat(0.23930972))
  below = f32x4.add(f32x4.mul(below, square), f32x4.splat(1))
  const share = f32x4.add(f32x4.splat(0.5), f32x4.div(f32x4.mul(near, above), below))
  return f32x4.mul(x, share)
}

/** In place, over `count` values, a multiple of four. */
export function gelu(values: usize, count: i32): void {
  const end = values + ((count as usize) << 2)
  for (; values < end; values += 16) v128.store(values, geluOf(v128.load(values)))
}
