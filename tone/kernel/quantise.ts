import { mostOf } from './sum'

/** Largest whole number a value becomes. */
const MOST: f32 = 8191
/** 3 * 2^22: added to a small number, the sum's bits end in that number, rounded. */
const ROUNDING: f32 = 12582912

/** What one whole step of a row stands for. */
function stepOf(row: usize, width: i32): f32 {
  let most = f32x4.splat(0)
  const end = row + ((width as usize) << 2)
  for (; row < end; row += 16) most = f32x4.pmax(most, f32x4.abs(v128.load(row)))
  return max<f32>(mostOf(most), 1e-20) / MOST
}

function round(values: usize, factor: v128): v128 {
  return f32x4.add(f32x4.mul(v128.load(values), factor), f32x4.splat(ROUNDING))
}

/** Of two rows the lower halves: two values of one, two of the other, and again. */
function interleave(one: v128, other: v128): v128 {
  return i8x16.shuffle(one, other, 0, 1, 4, 5, 16, 17, 20, 21, 8, 9, 12, 13, 24, 25, 28, 29)
}

/** Two values of each of four rows, then the next two. */
function quantiseFour(row0: usize, width: i32, into: usize, scales: usize): void {
  const stride = (width as usize) << 2
  const row1 = row0 + stride
  const row2 = row1 + stride
  const row3 = row2 + stride
  const factor0 = f32x4.splat(1 / load<f32>(scales))
  const factor1 = f32x4.splat(1 / load<f32>(scales, 4))
  const factor2 = f32x4.splat(1 / load<f32>(scales, 8))
  const factor3 = f32x4.splat(1 / load<f32>(scales, 12))
  for (let at: usize = 0; at < stride; at += 16) {
    const upper = interleave(round(row0 + at, factor0), round(row1 + at, factor1))
    const lower = interleave(round(row2 + at, factor2), round(row3 + at, factor3))
    v128.store(into, i64x2.shuffle(upper, lower, 0, 2))
    v128.store(into, i64x2.shuffle(upper, lower, 1, 3), 16)
    into += 32
  }
}

/**
 * Makes whole numbers of f32 rows, each with a scale of its own, four rows interleaved as `multiply` takes them.
 * There is room for a multiple of four rows, whatever the last of them hold; width is a multiple of four.
 */
export function quantise(rows: usize, rowCount: i32, width: i32, into: usize, scales: usize): void {
  for (let row = 0; row < rowCount; row += 4) {
    const from = rows + (((row * width) as usize) << 2)
    const stride = (width as usize) << 2
    const steps = scales + ((row as usize) << 2)
    for (let one: usize = 0; one < 4; one++)
      store<f32>(steps + (one << 2), stepOf(from + one * stride, width))
    quantiseFour(from, width, into + (((row * width) as usize) << 1), steps)
  }
}
