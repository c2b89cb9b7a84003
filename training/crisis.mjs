// What the reading of crisis makes of messages, one JSON object {"text"} a line: `node crisis.mjs signs` prints the
// names of what is found, `passages` the stretches that a long one is read in, `read FILE` the reading with that model. The built package does it; Python never does.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { features } from '../tone/dist/index.js'

const [what, file] = process.argv.slice(2)

async function signs() {
  const { look } = await import('../tone/dist/crisis/look.js')
  return ({ text }) => [...look(features(text)).found]
}

async function passages() {
  const { passagesOf } = await import('../tone/dist/crisis/passages.js')
  return ({ text }) => passagesOf(features(text)).map(({ begin, end }) => text.slice(begin, end))
}

async function readings() {
  const { makeCrisisModel } = await import('../tone/dist/crisis/model.js')
  const { readCrisis } = await import('../tone/dist/crisis/read-crisis.js')
  const model = makeCrisisModel(readFileSync(file))
  // Measuring is no use: nobody is shown anything.
  const reviewed = { by: 'training/crisis.py, to measure', on: '2026-01-01' }
  return ({ text }) => {
    const { crisis, score, language } = readCrisis(text, { reviewed, model })
    return { crisis, score, measured: language.measured }
  }
}

const answer = await { signs, passages, read: readings }[what]()
for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`)
