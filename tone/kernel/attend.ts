import { exponential } from './exponential'
import { mostOf, sumOf } from './sum'

/** Values of one head. */
const HEAD: usize = 32
const HEAD_BYTES: usize = HEAD * 4

/** Keys of one head on their side: for each of its values one row over all pieces, padded with zeros. */
function turnKeys(keys: usize, pieces: i32, padded: i32, stride: usize, turned: usize): void {
  const row = (padded as usize) << 2
  for (let piece = 0; piece < padded; piece++) {
    for (let at: usize = 0; at < HEAD; at++)
      store<f32>(turned + at * row, piece < pieces ? load<f32>(keys + (at << 2)) : 0)
    keys += stride
    turned += 4
  }
}

/** How much the queries of two pieces find in every key: eight keys at a time. */
function compareTwo(query: usize, other: usize, turned: usize, row: usize, logits: usize): void {
  for (let skip: usize = 0; skip < row; skip += 32) {
    let a = f32x4.splat(0)
    let b = f32x4.splat(0)
    let c = f32x4.splat(0)
    let d = f32x4.splat(0)
    let key = turned + skip
    for (let at: usize = 0; at < HEAD_BYTES; at += 4) {
      const left = v128.load(key)
      const right = v128.load(key, 16)
      const one = v128.load_splat<f32>(query + at)
      a = f32x4.add(a, f32x4.mul(one, left))
      b = f32x4.add(b, f32x4.mul(one, right))
      const two = v128.load_splat<f32>(other + at)
      c = f32x4.add(c, f32x4.mul(two, left))
      d = f32x4.add(d, f32x4.mul(two, right))
      key += row
    }
    const into = logits + skip
    v128.store(into, a)
    v128.store(into, b, 16)
    v128.store(into + row, c)
    v128.store(into + row, d, 16)
  }
}

/** Logits become shares, not yet divided by their sum, which is returned. */
function toShares(logits: usize, pieces: i32, padded: i32): f32 {
  for (let piece = pieces; piece < padded; piece++) store<f32>(logits + ((piece as usize) << 2), -Infinity)
  const end = logits + ((padded as usize) << 2)
  let most = f32x4.splat(-Infinity)
  for (let at = logits; at < end; at += 16) most = f32x4.pmax(most, v128.load(at))
  const scale = f32x4.splat(0.17677669529663687) // 1 / sqrt(HEAD)
  const top = f32x4.splat(mostOf(most))
  let total = f32x4.splat(0)
  for (let at = logits; at < end; at += 16) {
    const share = exponential(f32x4.mul(f32x4.sub(v128.load(at), top), scale))
    v128.store(at, share)
    total = f32x4.add(total, share)
  }
  return sumOf(total)
}

/** Half a head's values of all pieces, each by its share, for two pieces. */
function mixTwo(
  shares: usize,
  row: usize,
  values: usize,
  pieces: i32,
  stride: usize,
  out: usize,
  outStride: usize,
  whole: f32,
  otherWhole: f32,
): void {
  let a = f32x4.splat(0)
  let b = f32x4.splat(0)
  let c = f32x4.splat(0)
  let d = f32x4.splat(0)
  let e = f32x4.splat(0)
  let f = f32x4.splat(0)
  let g = f32x4.splat(0)
  let h = f32x4.splat(0)
  const end = shares + ((pieces as usize) << 2)
  for (; shares < end; shares += 4) {
    const one = v128.load_splat<f32>(shares)
    const two = v128.load_splat<f32>(shares + row)
    const v0 = v128.load(values)
    a = f32x4.add(a, f32x4.mul(one, v0))
    e = f32x4.add(e, f32x4.mul(two, v0))
    const v1 = v128.load(values, 16)
    b = f32x4.add(b, f32x4.mul(one, v1))
    f = f32x4.add(f, f32x4.mul(two, v1))
    const v2 = v128.load(values, 32)
    c = f32x4.add(c, f32x4.mul(one, v2))
    g = f32x4.add(g, f32x4.mul(two, v2))
    const v3 = v128.load(values, 48)
    d = f32x4.add(d, f32x4.mul(one, v3))
    h = f32x4.add(h, f32x4.mul(two, v3))
    values += stride
  }
  const by = f32x4.splat(1 / whole)
  v128.store(out, f32x4.mul(a, by))
  v128.store(out, f32x4.mul(b, by), 16)
  v128.store(out, f32x4.mul(c, by), 32)
  v128.store(out, f32x4.mul(d, by), 48)
  const otherBy = f32x4.splat(1 / otherWhole)
  v128.store(out + outStride, f32x4.mul(e, otherBy))
  v128.store(out + outStride, f32x4.mul(f, otherBy), 16)
  v128.store(out + outStride, f32x4.mul(g, otherBy), 32)
  v128.store(out + outStride, f32x4.mul(h, otherBy), 48)
}

/**
 * Attention of all heads, two pieces at a time. `seen` holds, row by row, queries, keys and values side by side, as
 * one multiplication leaves them; `out` a row of heads for each piece; both have room for an even number. `turned`
 * and `shares` are room to work in: 32 rows and 2 rows of as many values as there are pieces, rounded up to eight.
 */
export function attend(seen: usize, pieces: i32, heads: i32, turned: usize, shares: usize, out: usize): void {
  const width = (heads as usize) * HEAD_BYTES
  const stride = width * 3
  const padded = (pieces + 7) & ~7
  const row = (padded as usize) << 2
  for (let head: usize = 0; head < width; head += HEAD_BYTES) {
    const values = seen + 2 * width + head
    turnKeys(seen + width + head, pieces, padded, stride, turned)
    for (let piece: usize = 0; piece < (pieces as usize); piece += 2) {
      const query = seen + piece * stride + head
      compareTwo(query, query + stride, turned, row, shares)
      const one = toShares(shares, pieces, padded)
      const two = toShares(shares + row, pieces, padded)
      const into = out + piece * width + head
      mixTwo(shares, row, values, pieces, stride, into, width, one, two)
      mixTwo(shares, row, values + HEAD_BYTES / 2, pieces, stride, into + HEAD_BYTES / 2, width, one, two)
    }
  }
}
