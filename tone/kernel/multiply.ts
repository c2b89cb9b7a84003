/**
 * Four rows by eight columns. Each lane of a sum is one column; a step takes two inputs of it. i32 holds the sums:
 * 127 * 8191 * 2048 inputs is below 2^31.
 */
function block(
  rows: usize,
  columns: usize,
  pairs: i32,
  rowScales: usize,
  columnScales: usize,
  bias: usize,
  out: usize,
  stride: usize,
): void {
  let sum00 = i32x4.splat(0)
  let sum01 = i32x4.splat(0)
  let sum10 = i32x4.splat(0)
  let sum11 = i32x4.splat(0)
  let sum20 = i32x4.splat(0)
  let sum21 = i32x4.splat(0)
  let sum30 = i32x4.splat(0)
  let sum31 = i32x4.splat(0)
  const end = columns + ((pairs as usize) << 4)
  while (columns < end) {
    const left = v128.load_ext<i8>(columns)
    const right = v128.load_ext<i8>(columns, 8)
    const row0 = v128.load_splat<i32>(rows)
    sum00 = i32x4.add(sum00, i32x4.dot_i16x8_s(row0, left))
    sum01 = i32x4.add(sum01, i32x4.dot_i16x8_s(row0, right))
    const row1 = v128.load_splat<i32>(rows, 4)
    sum10 = i32x4.add(sum10, i32x4.dot_i16x8_s(row1, left))
    sum11 = i32x4.add(sum11, i32x4.dot_i16x8_s(row1, right))
    const row2 = v128.load_splat<i32>(rows, 8)
    sum20 = i32x4.add(sum20, i32x4.dot_i16x8_s(row2, left))
    sum21 = i32x4.add(sum21, i32x4.dot_i16x8_s(row2, right))
    const row3 = v128.load_splat<i32>(rows, 12)
    sum30 = i32x4.add(sum30, i32x4.dot_i16x8_s(row3, left))
    sum31 = i32x4.add(sum31, i32x4.dot_i16x8_s(row3, right))
    rows += 16
    columns += 16
  }
  finish(sum00, sum01, rowScales, columnScales, bias, out)
  finish(sum10, sum11, rowScales + 4, columnScales, bias, out + stride)
  finish(sum20, sum21, rowScales + 8, columnScales, bias, out + 2 * stride)
  finish(sum30, sum31, rowScales + 12, columnScales, bias, out + 3 * stride)
}

/** From whole numbers back to what they stand for. */
function finish(
  left: v128,
  right: v128,
  rowScale: usize,
  columnScales: usize,
  bias: usize,
  out: usize,
): void {
  const scale = v128.load_splat<f32>(rowScale)
  const one = f32x4.mul(f32x4.convert_i32x4_s(left), f32x4.mul(scale, v128.load(columnScales)))
  const other = f32x4.mul(f32x4.convert_i32x4_s(right), f32x4.mul(scale, v128.load(columnScales, 16)))
  v128.store(out, f32x4.add(one, v128.load(bias)))
  v128.store(out, f32x4.add(other, v128.load(bias, 16)), 16)
}

/**
 * out[row, column] = rows . columns + bias. `rows` as `quantise` leaves them, `columns` as `pack` does; rows a
 * multiple of four, columns of eight. A panel of eight columns stays near while all rows pass by.
 */
export function multiply(
  rows: usize,
  rowScales: usize,
  columns: usize,
  columnScales: usize,
  bias: usize,
  rowCount: i32,
  width: i32,
  columnCount: i32,
  out: usize,
): void {
  const pairs = width >> 1
  const stride = (columnCount as usize) << 2
  for (let column = 0; column < columnCount; column += 8) {
    const skip = (column as usize) << 2
    const panel = columns + (column as usize) * (width as usize)
    for (let row = 0; row < rowCount; row += 4)
      block(
        rows + (((row * width) as usize) << 1),
        panel,
        pairs,
        rowScales + ((row as usize) << 2),
        columnScales + skip,
        bias + skip,
        out + (row as usize) * stride + skip,
        stride,
      )
  }
}
