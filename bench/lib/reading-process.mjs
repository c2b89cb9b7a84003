// Runs alone in a process of its own, so that load time and memory are the reader's; prints one line of JSON.
import { textsOf, writtenMessages } from './messages.mjs'
import { readTimes } from './read-times.mjs'

const [entry, lengths, rounds] = process.argv.slice(2)

const inUse = () => {
  globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const before = inUse()
const begin = performance.now()
const { loadQuick, read } = await import(entry)
const { name, version } = await loadQuick()
const ready = performance.now() - begin
const loaded = inUse() - before

const messages = writtenMessages()
const short = messages.filter((text) => text.length <= 160)
for (const text of short) read(text)
const perSecond = []
for (let round = 0; round < Number(rounds); round++) {
  const cpu = process.cpuUsage()
  for (const text of short) read(text)
  const { user, system } = process.cpuUsage(cpu)
  perSecond.push((short.length / (user + system)) * 1e6)
}

const times = {}
for (const length of JSON.parse(lengths)) {
  const count = Math.max(20, Math.min(2_000, Math.floor(400_000 / length)))
  times[length] = await readTimes(read, textsOf(messages, length, count), Number(rounds))
}

process.stdout.write(
  JSON.stringify({
    name,
    version,
    ready,
    loaded,
    inUse: inUse() - before,
    perSecond: Math.max(...perSecond),
    shortMessages: short.length,
    shortLength: short.reduce((sum, { length }) => sum + length, 0) / short.length,
    times,
  }),
)
