import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kernelOptions } from '../scripts/lib/kernel.mjs'
import { root } from './lib/place.mjs'
import { fixed, publish, table } from './lib/report.mjs'

const ROUNDS = process.argv.includes('--short') ? 1 : 8
const beside = process.argv.includes('--beside')
  ? process.argv[process.argv.indexOf('--beside') + 1]
  : undefined
const inLib = (name) => `${root}bench/lib/${name}`

async function output(args) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const parts = []
  child.stdout.on('data', (part) => parts.push(part))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}.`)
  return Buffer.concat(parts).toString()
}

/** Our own, in whole numbers, beside floats and plain script. */
async function measureOurs() {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-bench-'))
  try {
    const kernel = join(folder, 'float.wasm')
    const compiler = `${root}node_modules/assemblyscript/bin/asc.js`
    await output([compiler, inLib('float-kernel.ts'), '-o', kernel, ...kernelOptions])
    return JSON.parse(
      await output(['--import', 'tsx', inLib('careful-kernels-process.mjs'), kernel, String(ROUNDS)]),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same shapes in onnxruntime-web, where a folder has it. */
async function measureOthers() {
  if (!beside) return []
  const files = readdirSync(beside).filter((name) => name.endsWith('.onnx'))
  const found = []
  for (const file of files)
    found.push({
      name: file.replace('.onnx', ''),
      ...JSON.parse(await output([inLib('careful-onnx-process.mjs'), beside, file, String(ROUNDS)])),
    })
  return found
}

function othersTable(others) {
  if (others.length === 0) return ''
  const rows = others.map(({ name, p50, least, ready, memory }) => [
    name.replace('x', ' x ').replace('-', ', '),
    `${fixed(p50, 1)} / ${fixed(least, 1)}`,
    fixed(ready, 0),
    fixed(memory / 1e6, 0),
  ])
  return `

onnxruntime-web ${others[0].version}, one thread, 64 pieces, the embedding left out:

${table(['Layers x inner width, weights', 'CPU ms, p50 / least', 'Ready, ms', 'Memory of the process, MB'], rows)}`
}

/** `npm run bench -- careful-kernels [--beside FOLDER]` */
export async function benchCarefulKernels(say) {
  say('Our own ...')
  const { products, shapes } = await measureOurs()
  if (beside) say('onnxruntime-web ...')
  const others = await measureOthers()
  const both = ({ p50, least }) => `${fixed(p50, 1)} / ${fixed(least, 1)}`
  publish(
    'careful-kernels',
    'Ways to run the careful reader',
    `${table(
      ['Products of 64 rows with 384 x 1536 weights', 'thousand million a second'],
      [
        ['WebAssembly, 8-bit weights x 14-bit rows (ours)', fixed(products.whole, 1)],
        ['WebAssembly, 32-bit floats, written the same way', fixed(products.floats, 1)],
        ['Plain script', fixed(products.script, 1)],
      ],
    )}

A whole window, weights at random, CPU ms of one thread, p50 / least:

${table(
  ['Layers x inner width', 'Weights, MB', 'Ready, ms', '16 pieces', '64 pieces', '128 pieces'],
  shapes.map(({ layers, inner, weights, ready, times }) => [
    `${layers} x ${inner}`,
    fixed(weights / 1e6, 1),
    fixed(ready, 0),
    ...times.map(both),
  ]),
)}${othersTable(others)}

The least is what a core gives that nobody shares. Ready is the time from bytes to the first window, kernel compiled.
Not in the weights: 384 bytes for each piece of the vocabulary.`,
  )
}
