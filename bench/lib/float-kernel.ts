// The same product as tone/kernel/multiply.ts makes, in 32-bit floats: AssemblyScript, compiled by the bench to compare.

/** Four rows by eight columns. Rows lie four and four, value by value; columns eight and eight. */
function block(rows: usize, columns: usize, width: i32, out: usize, stride: usize): void {
  let sum00 = f32x4.splat(0)
  let sum01 = f32x4.splat(0)
  let sum10 = f32x4.splat(0)
  let sum11 = f32x4.splat(0)
  let sum20 = f32x4.splat(0)
  let sum21 = f32x4.splat(0)
  let sum30 = f32x4.splat(0)
  let sum31 = f32x4.splat(0)
  const end = columns + ((width as usize) << 5)
  while (columns < end) {
    const left = v128.load(columns)
    const right = v128.load(columns, 16)
    const row0 = v128.load_splat<f32>(rows)
    sum00 = f32x4.add(sum00, f32x4.mul(row0, left))
    sum01 = f32x4.add(sum01, f32x4.mul(row0, right))
    const row1 = v128.load_splat<f32>(rows, 4)
    sum10 = f32x4.add(sum10, f32x4.mul(row1, left))
    sum11 = f32x4.add(sum11, f32x4.mul(row1, right))
    const row2 = v128.load_splat<f32>(rows, 8)
    sum20 = f32x4.add(sum20, f32x4.mul(row2, left))
    sum21 = f32x4.add(sum21, f32x4.mul(row2, right))
    const row3 = v128.load_splat<f32>(rows, 12)
    sum30 = f32x4.add(sum30, f32x4.mul(row3, left))
    sum31 = f32x4.add(sum31, f32x4.mul(row3, right))
    rows += 16
    columns += 32
  }
  v128.store(out, sum00)
  v128.store(out, sum01, 16)
  v128.store(out + stride, sum10)
  v128.store(out + stride, sum11, 16)
  v128.store(out + 2 * stride, sum20)
  v128.store(out + 2 * stride, sum21, 16)
  v128.store(out + 3 * stride, sum30)
  v128.store(out + 3 * stride, sum31, 16)
}

/** out[row, column] = rows . columns; rows a multiple of four, columns of eight. */
export function multiply(
  rows: usize,
  columns: usize,
  rowCount: i32,
  width: i32,
  columnCount: i32,
  out: usize,
): void {
  const stride = (columnCount as usize) << 2
  for (let column = 0; column < columnCount; column += 8)
    for (let row = 0; row < rowCount; row += 4)
      block(
        rows + (((row * width) as usize) << 2),
        columns + (((column * width) as usize) << 2),
        width,
        out + (row as usize) * stride + ((column as usize) << 2),
        stride,
      )
}
