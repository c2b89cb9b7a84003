/** Arithmetic in GF(256) as QR codes use it (x^8 + x^4 + x^3 + x^2 + 1). */
const EXP = new Uint8Array(512)
const LOG = new Uint8Array(256)
for (let power = 0, value = 1; power < 255; power++) {
  EXP[power] = value
  EXP[power + 255] = value
  LOG[value] = power
  value = value & 128 ? (value << 1) ^ 0x11d : value << 1
}
const times = (a: number, b: number) => (a === 0 || b === 0 ? 0 : EXP[LOG[a]! + LOG[b]!]!)

function generator(degree: number): number[] {
  let polynomial = [1]
  for (let power = 0; power < degree; power++) {
    const next = [...polynomial, 0]
    for (const [at, factor] of polynomial.entries()) next[at + 1]! ^= times(factor, EXP[power]!)
    polynomial = next
  }
  return polynomial.slice(1)
}

/** What lets a reader repair a block: the remainder of its bytes divided by the generator. */
function repairBytes(block: readonly number[], count: number): number[] {
  const divisor = generator(count)
  const rest = Array<number>(count).fill(0)
  for (const byte of block) {
    const factor = byte ^ rest.shift()!
    rest.push(0)
    for (const [at, part] of divisor.entries()) rest[at]! ^= times(part, factor)
  }
  return rest
}

interface Layout {
  /** Repair bytes of each block. */
  repair: number
  /** How many blocks of how many bytes. */
  groups: readonly (readonly [count: number, bytes: number])[]
}

/** Level M, by version. */
const LAYOUTS: readonly Layout[] = (
  [
    [0, []],
    [10, [[1, 16]]],
    [16, [[1, 28]]],
    [26, [[1, 44]]],
    [18, [[2, 32]]],
    [24, [[2, 43]]],
    [16, [[4, 27]]],
    [18, [[4, 31]]],
    [
      22,
      [
        [2, 38],
        [2, 39],
      ],
    ],
    [
      22,
      [
        [3, 36],
        [2, 37],
      ],
    ],
    [
      26,
      [
        [4, 43],
        [1, 44],
      ],
    ],
    [
      30,
      [
        [1, 50],
        [4, 51],
      ],
    ],
    [
      22,
      [
        [6, 36],
        [2, 37],
      ],
    ],
    [
      22,
      [
        [8, 37],
        [1, 38],
      ],
    ],
    [
      24,
      [
        [4, 40],
        [5, 41],
      ],
    ],
    [
      24,
      [
        [5, 41],
        [5, 42],
      ],
    ],
  ] as const
).map(([repair, groups]) => ({ repair, groups }))

const capacity = (version: number) =>
  LAYOUTS[version]!.groups.reduce((sum, [count, bytes]) => sum + count * bytes, 0)

/** Mode and length, the bytes, then padding, to the full capacity. */
function dataBytes(text: Uint8Array, version: number): number[] {
  const bits: number[] = []
  const push = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >> bit) & 1)
  }
  push(4, 4)
  push(text.length, version < 10 ? 8 : 16)
  for (const byte of text) push(byte, 8)
  push(0, Math.min(4, capacity(version) * 8 - bits.length))
  while (bits.length % 8) bits.push(0)
  const bytes: number[] = []
  for (let at = 0; at < bits.length; at += 8) bytes.push(Number.parseInt(bits.slice(at, at + 8).join(''), 2))
  for (let pad = 0xec; bytes.length < capacity(version); pad ^= 0xec ^ 0x11) bytes.push(pad)
  return bytes
}

/** Takes the blocks' first bytes, then their second bytes, and so on, so that one stain harms each a little. */
function interleave(blocks: readonly number[][]): number[] {
  const longest = Math.max(...blocks.map((block) => block.length))
  return Array.from({ length: longest }, (_, at) => blocks.flatMap((block) => block.slice(at, at + 1))).flat()
}

/** The bytes of a QR code of level M, and its version. @returns undefined when the text is too long (412 bytes) */
export function codewords(text: string): { version: number; bytes: number[] } | undefined {
  const plain = new TextEncoder().encode(text)
  const version = LAYOUTS.findIndex(
    (_, index) => index > 0 && capacity(index) >= plain.length + (index < 10 ? 2 : 3),
  )
  if (version < 0) return undefined
  const { repair, groups } = LAYOUTS[version]!
  const data = dataBytes(plain, version)
  const blocks: number[][] = []
  for (const [count, size] of groups)
    for (let made = 0; made < count; made++) blocks.push(data.splice(0, size))
  return {
    version,
    bytes: [...interleave(blocks), ...interleave(blocks.map((block) => repairBytes(block, repair)))],
  }
}
