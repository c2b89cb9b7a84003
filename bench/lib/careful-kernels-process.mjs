// Runs alone in a process of its own, with tsx for the sources; prints one line of JSON.
import { readFileSync } from 'node:fs'
import { Encoder } from '../../tone/src/careful/encoder.ts'
import { weigh } from '../../tone/src/careful/head.ts'
import { makeKernel } from '../../tone/src/careful/kernel.ts'
import { readCarefulFile } from '../../tone/src/careful/model-file.ts'
import { Room } from '../../tone/src/careful/room.ts'
import { carefulModel } from '../../tone/test/careful-model.ts'

const [floatKernel, rounds] = [process.argv[2], Number(process.argv[3])]
const ROWS = 64
const WIDTH = 384
const COLUMNS = 1536
const PIECES = [16, 64, 128]

/** CPU milliseconds of one thread: the middle and the least of so many calls, after a warm-up. */
function cpuOf(work, calls) {
  const times = []
  for (let call = -20; call < calls; call++) {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    if (call >= 0) times.push((user + system) / 1000)
  }
  times.sort((one, other) => one - other)
  return { p50: times[times.length >> 1], least: times[0] }
}

const perSecond = ({ least }) => (ROWS * WIDTH * COLUMNS) / least / 1e6

function wholeNumbers() {
  const room = new Room()
  const kernel = makeKernel(room.memory)
  const [rows, whole, scales] = [
    room.take(ROWS * WIDTH * 4),
    room.take(ROWS * WIDTH * 2),
    room.take(ROWS * 4),
  ]
  const [packed, floats] = [room.take(WIDTH * COLUMNS), room.take(COLUMNS * 4)]
  const out = room.take(ROWS * COLUMNS * 4)
  room.floats(rows, ROWS * WIDTH).fill(0.5)
  room.bytes(packed, WIDTH * COLUMNS).fill(3)
  return cpuOf(() => {
    kernel.quantise(rows, ROWS, WIDTH, whole, scales)
    kernel.multiply(whole, scales, packed, floats, floats, ROWS, WIDTH, COLUMNS, out)
  }, rounds * 30)
}

function floats() {
  const memory = new WebAssembly.Memory({ initial: 100 })
  const module = new WebAssembly.Module(readFileSync(floatKernel))
  const { multiply } = new WebAssembly.Instance(module, { env: { memory } }).exports
  const [columns, out] = [1 << 20, 4 << 20]
  new Float32Array(memory.buffer, 1024, ROWS * WIDTH).fill(0.5)
  new Float32Array(memory.buffer, columns, WIDTH * COLUMNS).fill(0.1)
  return cpuOf(() => multiply(1024, columns, ROWS, WIDTH, COLUMNS, out), rounds * 30)
}

/** Two rows by four columns at a time: the fastest of a few ways to write it. */
function multiplyInScript(rows, columns, out) {
  for (let row = 0; row < ROWS; row += 2)
    for (let column = 0; column < COLUMNS; column += 4) {
      let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
      const [one, two, from] = [row * WIDTH, (row + 1) * WIDTH, column * WIDTH]
      for (let at = 0; at < WIDTH; at++) {
        const x = rows[one + at]
        const y = rows[two + at]
        const w0 = columns[from + at]
        const w1 = columns[from + WIDTH + at]
        const w2 = columns[from + 2 * WIDTH + at]
        const w3 = columns[from + 3 * WIDTH + at]
        a += x * w0
        b += x * w1
        c += x * w2
        d += x * w3
        e += y * w0
        f += y * w1
        g += y * w2
        h += y * w3
      }
      const into = row * COLUMNS + column
      out[into] = a
      out[into + 1] = b
      out[into + 2] = c
      out[into + 3] = d
      out[into + COLUMNS] = e
      out[into + COLUMNS + 1] = f
      out[into + COLUMNS + 2] = g
      out[into + COLUMNS + 3] = h
    }
}

function script() {
  const rows = new Float32Array(ROWS * WIDTH).fill(0.5)
  const columns = new Float32Array(WIDTH * COLUMNS).fill(0.1)
  const out = new Float32Array(ROWS * COLUMNS)
  return cpuOf(() => multiplyInScript(rows, columns, out), rounds * 6)
}

/** A whole encoder of one shape, weights at random. */
function shape(layers, inner) {
  const bytes = carefulModel({
    heads: 12,
    layers: new Array(layers).fill(inner),
    positions: 128,
    pieces: 2_000,
  })
  const before = process.cpuUsage()
  const file = readCarefulFile(bytes)
  const encoder = new Encoder(file)
  const { user, system } = process.cpuUsage(before)
  const bias = new Float32Array(file.header.outputs.length)
  const times = PIECES.map((count) => {
    const ids = Uint16Array.from({ length: count }, (_, at) => (at * 37) % 2_000)
    return cpuOf(() => weigh(encoder.run(ids), bias), rounds * 15)
  })
  const weights = layers * (4 * WIDTH * WIDTH + 2 * WIDTH * inner)
  return { layers, inner, weights, ready: (user + system) / 1000, times }
}

const products = { whole: wholeNumbers(), floats: floats(), script: script() }
const shapes = [2, 3, 4].flatMap((layers) => [512, 768, 1024, 1536].map((inner) => shape(layers, inner)))
process.stdout.write(
  JSON.stringify({
    products: Object.fromEntries(Object.entries(products).map(([name, found]) => [name, perSecond(found)])),
    shapes,
  }),
)
