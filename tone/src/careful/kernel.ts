import { kernelBytes } from './kernel.generated.ts'

/** The arithmetic of tone/kernel, over one memory. Every number is an address or a count. */
export interface Kernel {
  pack(weights: number, columns: number, width: number, into: number): void
  quantise(rows: number, count: number, width: number, into: number, scales: number): void
  multiply(
    rows: number,
    rowScales: number,
    columns: number,
    columnScales: number,
    bias: number,
    rowCount: number,
    width: number,
    columnCount: number,
    out: number,
  ): void
  attend(seen: number, pieces: number, heads: number, turned: number, shares: number, out: number): void
  gelu(values: number, count: number): void
  normalise(rows: number, count: number, width: number, gain: number, bias: number): void
  addAndNormalise(rows: number, found: number, count: number, width: number, gain: number, bias: number): void
}

/** Values of one head: the arithmetic is written for it. */
export const HEAD = 32
/** Longest row that whole-number sums have room for. */
export const WIDTH_AT_MOST = 2_048

const decode = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0))

let compiled: WebAssembly.Module | undefined

/** Compiles at once, not in the background: whoever needs it is off the main thread already. */
export function makeKernel(memory: WebAssembly.Memory): Kernel {
  compiled ??= new WebAssembly.Module(decode(kernelBytes))
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Kernel
}
