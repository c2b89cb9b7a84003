import { sumOf } from './sum'

const EPSILON: f32 = 1e-12

function normaliseRow(row: usize, width: i32, gain: usize, bias: usize): void {
  const end = row + ((width as usize) << 2)
  let total = f32x4.splat(0)
  for (let at = row; at < end; at += 16) total = f32x4.add(total, v128.load(at))
  const mean = f32x4.splat(sumOf(total) / (width as f32))
  let squares = f32x4.splat(0)
  for (let at = row; at < end; at += 16) {
    const apart = f32x4.sub(v128.load(at), mean)
    squares = f32x4.add(squares, f32x4.mul(apart, apart))
  }
  const factor = f32x4.splat(1 / sqrt<f32>(sumOf(squares) / (width as f32) + EPSILON))
  for (let at = row; at < end; at += 16) {
    const even = f32x4.mul(f32x4.sub(v128.load(at), mean), factor)
    v128.store(at, f32x4.add(f32x4.mul(even, v128.load(gain)), v128.load(bias)))
    gain += 16
    bias += 16
  }
}

/** Layer normalisation of each row, in place. Width a multiple of four. */
export function normalise(rows: usize, rowCount: i32, width: i32, gain: usize, bias: usize): void {
  for (let row = 0; row < rowCount; row++)
    normaliseRow(rows + (((row * width) as usize) << 2), width, gain, bias)
}

/** Adds what a layer found to what it was given, and normalises that. */
export function addAndNormalise(
  rows: usize,
  found: usize,
  rowCount: i32,
  width: i32,
  gain: usize,
  bias: usize,
): void {
  const end = rows + (((rowCount * width) as usize) << 2)
  let from = found
  for (let at = rows; at < end; at += 16) {
    v128.store(at, f32x4.add(v128.load(at), v128.load(from)))
    from += 16
  }
  normalise(rows, rowCount, width, gain, bias)
}
