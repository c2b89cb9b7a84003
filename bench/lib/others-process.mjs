// Runs one reader alone in a process of its own, so that load time and memory are that reader's. Takes texts and rounds
// on its input, that making them ready leaves no memory behind here; prints one line of JSON.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readTimes } from './read-times.mjs'
import { waysToRead } from './ways-to-read.mjs'

const [name, folder] = process.argv.slice(2)
const { open, verdicts } = waysToRead[name]
const { rounds, texts, suites } = JSON.parse(readFileSync(0, 'utf8'))
const { resolve } = createRequire(join(folder, 'package.json'))

function memory() {
  globalThis.gc()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heap: heapUsed + external, whole: rss }
}

/** What each verdict says of each message. */
async function saidOf(read, messages) {
  const said = []
  for (const text of messages) {
    const answer = await read(text)
    said.push(Object.values(verdicts).map((speaks) => speaks(answer)))
  }
  return said
}

const before = memory()
const begin = performance.now()
const read = await open((what) => import(pathToFileURL(resolve(what)).href))
const answer = await read('ready')
const ready = performance.now() - begin

const times = {}
const said = {}
for (const [kind, list] of Object.entries(texts)) times[kind] = await readTimes(read, list, rounds)
for (const [suite, list] of Object.entries(suites)) said[suite] = await saidOf(read, list)
const { heap, whole } = memory()
const version = answer.model?.version
process.stdout.write(
  JSON.stringify({ ready, heap: heap - before.heap, whole: whole - before.whole, times, said, version }),
)
