import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { carefulTimesInBrowser } from './lib/careful-browser.mjs'
import { root } from './lib/place.mjs'
import { fixed, publish, table } from './lib/report.mjs'

const ROUNDS = process.argv.includes('--short') ? 1 : 5
const LENGTHS = [20, 100, 200, 2_000, 20_000]
const folder = `${root}tone/dist/`
const modelFile = `${folder}model/careful.bin`

async function measureAlone() {
  const process_ = new URL('./lib/careful-process.mjs', import.meta.url).pathname
  const args = ['--expose-gc', process_, folder, modelFile, JSON.stringify(LENGTHS), String(ROUNDS)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const parts = []
  child.stdout.on('data', (part) => parts.push(part))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`The careful reader's process ended with ${code}.`)
  return JSON.parse(Buffer.concat(parts).toString())
}

const megabytes = (bytes) => `${fixed(bytes / 1e6, 1)} MB`
const compressed = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length

/** The careful reader's part of `npm run bench -- reading`. */
export async function benchCareful(say) {
  if (!existsSync(modelFile))
    return say('There is no careful model in tone/dist/model; its part is left out.')
  const model = readFileSync(modelFile)
  say('The careful reader in a process of its own ...')
  const alone = await measureAlone()
  say('The careful reader in Chromium ...')
  const browser = await carefulTimesInBrowser(modelFile, LENGTHS, ROUNDS)
  const pair = ({ p50, p99 }) => `${fixed(p50, 1)} / ${fixed(p99, 1)}`
  publish(
    'careful',
    'Reading a message, careful reader',
    `${table(
      ['Characters', 'Node.js, p50 / p99 ms', 'Chromium, p50 / p99 ms'],
      LENGTHS.map((length) => [
        length.toLocaleString('en'),
        pair(alone.times[length]),
        pair(browser.times[length]),
      ]),
    )}

${table(
  [`${alone.about.name} ${alone.about.version}, with quick ${alone.about.quick}`, ''],
  [
    ['A window of 64 pieces, p50 / p99', `${pair(alone.window)} ms`],
    ['Model, as it lies', megabytes(model.length)],
    ['Model, compressed (Brotli)', megabytes(compressed(model))],
    ["Worker's script, minified", `${fixed(browser.script / 1000, 0)} KB`],
    ['Ready in Node.js, thread, both models and first message', `${fixed(alone.ready, 0)} ms`],
    ['Ready in Chromium, models fetched from this machine', `${fixed(browser.ready, 0)} ms`],
    ['Memory of the process, thread and models', megabytes(alone.loaded)],
    ['Memory of the process, after everything here was read', megabytes(alone.inUse)],
    ['Short messages that quick asks it about', `${fixed(alone.asked * 100, 0)} of 100`],
  ],
)}

Times are wall time from asking to answer, through the worker, one message at a time, the best of ${ROUNDS} rounds; an answer is a
whole reading of both readers. The messages are those of training/data/written, which were written to be hard: of what people
write every day fewer are asked about.`,
  )
}
