import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { writtenMessages } from './lib/messages.mjs'
import { root } from './lib/place.mjs'
import { timesInBrowser } from './lib/reading-browser.mjs'
import { fixed, publish, table } from './lib/report.mjs'
import { compressed } from './lib/weigh-reader.mjs'

const ROUNDS = process.argv.includes('--short') ? 1 : 7
const LENGTHS = [20, 100, 200, 2_000, 20_000]
const entry = `${root}tone/dist/node.js`
const modelFile = `${root}tone/dist/model/quick.bin`

async function output(child) {
  const parts = []
  child.stdout.on('data', (part) => parts.push(part))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${child.spawnargs.join(' ')} ended with ${code}.`)
  return Buffer.concat(parts).toString()
}

async function measureAlone() {
  const file = new URL('./lib/reading-process.mjs', import.meta.url).pathname
  const args = ['--expose-gc', file, entry, JSON.stringify(LENGTHS), String(ROUNDS)]
  return JSON.parse(await output(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })))
}

/** `kindling read` over a file of messages, start and end of the process included. */
async function measureCommand() {
  const lines = writtenMessages()
    .filter((text) => text.length <= 160)
    .map((text, id) => `${JSON.stringify({ id, text })}\n`)
  const input = Array.from({ length: 10 }, () => lines.join('')).join('')
  const begin = performance.now()
  const child = spawn(process.execPath, [`${root}bin/kindling.mjs`, 'read', '--reader', 'quick'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(input)
  const answered = (await output(child)).split('\n').length - 1
  if (answered !== lines.length * 10)
    throw new Error(`${lines.length * 10} lines went in, ${answered} came out.`)
  return (answered / (performance.now() - begin)) * 1000
}

const megabytes = (bytes) => `${fixed(bytes / 1e6, 1)} MB`

/** `npm run bench -- reading` */
export async function benchReading(say) {
  const model = readFileSync(modelFile)
  say('In a process of its own ...')
  const alone = await measureAlone()
  say('Through the command line ...')
  const perSecond = await measureCommand()
  say('In Chromium ...')
  const browser = await timesInBrowser(modelFile, LENGTHS, ROUNDS)
  const pair = ({ p50, p99 }) => `${fixed(p50, 3)} / ${fixed(p99, 3)}`
  // A page's clock goes in steps of a tenth of a millisecond.
  const inSteps = (time) => (time < 0.1 ? 'under 0.1' : fixed(time, 1))
  publish(
    'reading',
    'Reading a message, quick reader',
    `${table(
      ['Characters', 'Node.js, p50 / p99 ms', 'Chromium, p50 / p99 ms'],
      LENGTHS.map((length) => [
        length.toLocaleString('en'),
        pair(alone.times[length]),
        `${inSteps(browser.times[length].p50)} / ${inSteps(browser.times[length].p99)}`,
      ]),
    )}

${table(
  [`${alone.name} ${alone.version}`, ''],
  [
    ['Model, as it lies', megabytes(model.length)],
    ['Model, compressed (Brotli)', megabytes(compressed(model))],
    ['Script, minified', `${fixed(browser.script / 1000, 0)} KB`],
    ['Ready in Node.js, package and model read', `${fixed(alone.ready, 0)} ms`],
    ['Ready in Chromium, model fetched from this machine', `${fixed(browser.ready, 0)} ms`],
    ['Memory, model loaded', megabytes(alone.loaded)],
    ['Memory, after everything here was read', megabytes(alone.inUse)],
    ['Short messages a CPU second', fixed(alone.perSecond, 0)],
    ['Short messages a second through `kindling read`', fixed(perSecond, 0)],
  ],
)}

Texts are cut from the messages in training/data/written; short ones are those of up to 160 characters
(${fixed(alone.shortLength, 0)} on average). Times are wall time of one call, the best of ${ROUNDS} rounds; a call is a whole reading with all
attributes, spans and the verdict. Memory is what is in use after collecting garbage, less what was before.`,
  )
}
