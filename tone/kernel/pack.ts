/**
 * Lays weights [columns, width] out as `multiply` takes them: eight columns side by side, two inputs of each at a
 * time. Columns beyond the last one are zero.
 */
export function pack(weights: usize, columnCount: i32, width: i32, into: usize): void {
  for (let first = 0; first < columnCount; first += 8)
    for (let at = 0; at < width; at += 2)
      for (let column = first; column < first + 8; column++) {
        const from = weights + (column as usize) * (width as usize) + (at as usize)
        store<i16>(into, column < columnCount ? load<i16>(from) : 0)
        into += 2
      }
}
