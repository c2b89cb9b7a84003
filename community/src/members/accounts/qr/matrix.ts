import { codewords } from './codewords.ts'

/** Centres of the small squares, by version. */
const ALIGNMENT: readonly (readonly number[])[] = [
  [],
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
  [6, 30, 54],
  [6, 32, 58],
  [6, 34, 62],
  [6, 26, 46, 66],
  [6, 26, 48, 70],
]

const MASKS: readonly ((y: number, x: number) => boolean)[] = [
  (y, x) => (y + x) % 2 === 0,
  (y) => y % 2 === 0,
  (_, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => ((y * x) % 2) + ((y * x) % 3) === 0,
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2 === 0,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2 === 0,
]

type Grid = boolean[][]
interface Sheet {
  dark: Grid
  /** Squares that belong to the pattern itself and carry no data. */
  fixed: Grid
}

const square = (size: number): Grid => Array.from({ length: size }, () => Array<boolean>(size).fill(false))

function set(sheet: Sheet, y: number, x: number, dark: boolean): void {
  if (sheet.dark[y]?.[x] === undefined) return
  sheet.dark[y]![x] = dark
  sheet.fixed[y]![x] = true
}

function rings(
  sheet: Sheet,
  centreY: number,
  centreX: number,
  reach: number,
  light: readonly number[],
): void {
  for (let y = -reach; y <= reach; y++)
    for (let x = -reach; x <= reach; x++)
      set(sheet, centreY + y, centreX + x, !light.includes(Math.max(Math.abs(y), Math.abs(x))))
}

function patterns(version: number, size: number): Sheet {
  const sheet = { dark: square(size), fixed: square(size) }
  for (let at = 0; at < size; at++) {
    set(sheet, 6, at, at % 2 === 0)
    set(sheet, at, 6, at % 2 === 0)
  }
  for (const [y, x] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    rings(sheet, y, x, 4, [2, 4])
  const centres = ALIGNMENT[version]!
  const last = centres.length - 1
  for (const [i, y] of centres.entries())
    for (const [j, x] of centres.entries()) {
      const onFinder = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)
      if (!onFinder) rings(sheet, y, x, 2, [1])
    }
  return sheet
}

function remainder(value: number, polynomial: number, bits: number): number {
  let rest = value << bits
  const top = 31 - Math.clz32(polynomial)
  while (31 - Math.clz32(rest) >= top && rest !== 0) rest ^= polynomial << (31 - Math.clz32(rest) - top)
  return (value << bits) | rest
}

/** Level M and the mask, twice, and from version 7 on the version, twice. */
function describe(sheet: Sheet, version: number, size: number, mask: number): void {
  const format = remainder(mask, 0x537, 10) ^ 0x5412
  const bit = (value: number, at: number) => ((value >> at) & 1) === 1
  for (let at = 0; at < 15; at++) {
    const down = at < 6 ? at : at < 8 ? at + 1 : size - 15 + at
    const across = at < 8 ? size - 1 - at : at === 8 ? 7 : 14 - at
    set(sheet, down, 8, bit(format, at))
    set(sheet, 8, across, bit(format, at))
  }
  set(sheet, size - 8, 8, true)
  if (version < 7) return
  const number = remainder(version, 0x1f25, 12)
  for (let at = 0; at < 18; at++) {
    const [near, far] = [Math.floor(at / 3), size - 11 + (at % 3)]
    set(sheet, near, far, bit(number, at))
    set(sheet, far, near, bit(number, at))
  }
}

/** Up and down in pairs of columns from the right, past what is fixed. */
function* path(sheet: Sheet, size: number): Generator<[number, number]> {
  let up = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right--
    for (let step = 0; step < size; step++) {
      const y = up ? size - 1 - step : step
      for (const x of [right, right - 1]) if (!sheet.fixed[y]![x]) yield [y, x]
    }
    up = !up
  }
}

/** How hard to read: long runs and solid squares. */
function penalty(dark: Grid): number {
  const size = dark.length
  let sum = 0
  for (let y = 0; y < size; y++) {
    for (const at of [(x: number) => dark[y]![x]!, (x: number) => dark[x]![y]!])
      for (let x = 0, run = 0; x < size; x++) {
        run = x > 0 && at(x) === at(x - 1) ? run + 1 : 1
        sum += run === 5 ? 3 : run > 5 ? 1 : 0
      }
    for (let x = 1; y > 0 && x < size; x++) {
      const here = dark[y]![x]
      if (dark[y - 1]![x] === here && dark[y]![x - 1] === here && dark[y - 1]![x - 1] === here) sum += 3
    }
  }
  return sum
}

function drawn(version: number, bytes: readonly number[], mask: number): Grid {
  const size = version * 4 + 17
  const sheet = patterns(version, size)
  describe(sheet, version, size, mask)
  let at = 0
  for (const [y, x] of path(sheet, size)) {
    const bit = ((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1
    sheet.dark[y]![x] = (bit === 1) !== MASKS[mask]!(y, x)
    at++
  }
  return sheet.dark
}

/** A text as a QR code: rows of dark and light squares. @returns undefined when it is too long */
export function qrMatrix(text: string): Grid | undefined {
  const made = codewords(text)
  if (!made) return undefined
  const all = MASKS.map((_, mask) => drawn(made.version, made.bytes, mask))
  return all.reduce((best, one) => (penalty(one) < penalty(best) ? one : best))
}
