// Runs alone in a process of its own, so that load time and memory are the careful reader's; prints one line of JSON.
import { readFileSync } from 'node:fs'
import { textsOf, writtenMessages } from './messages.mjs'
import { readTimes } from './read-times.mjs'

const [folder, file, lengths, rounds] = process.argv.slice(2)
const { features, loadCareful, loadQuick, readCarefully } = await import(`${folder}node.js`)

const read = (text) => readCarefully(text, { reader: 'careful' })
const inUse = () => {
  globalThis.gc()
  return process.memoryUsage().rss
}

await loadQuick()
const before = inUse()
const begin = performance.now()
const { about } = await loadCareful(readFileSync(file))
await read('ready')
const ready = performance.now() - begin
const loaded = inUse() - before

const messages = writtenMessages()
const times = {}
for (const length of JSON.parse(lengths)) {
  const count = Math.max(3, Math.min(100, Math.floor(10_000 / length)))
  times[length] = await readTimes(read, textsOf(messages, length, count), Number(rounds))
}

/** Windows of 64 pieces of real messages, in this thread: what the encoder takes, nothing around it. */
async function windowTimes() {
  const { Encoder } = await import(`${folder}careful/encoder.js`)
  const { readCarefulFile } = await import(`${folder}careful/model-file.js`)
  const { Pieces } = await import(`${folder}careful/pieces.js`)
  const model = readCarefulFile(readFileSync(file))
  const [encoder, pieces] = [new Encoder(model), new Pieces(model.header.pieces)]
  const windows = textsOf(messages, 600, 100).map((text) => {
    const { ids } = pieces.of(features(text).tokens)
    return Uint16Array.of(pieces.begin, ...ids.subarray(0, 62), pieces.end)
  })
  return readTimes((ids) => encoder.run(ids), windows, Number(rounds))
}

/** Who in a group of short messages is asked about, as the product does. */
async function askedShare() {
  const short = messages.filter((text) => text.length <= 160).slice(0, 1_000)
  let asked = 0
  for (const text of short) if ((await readCarefully(text)).model.name === 'careful') asked++
  return asked / short.length
}

process.stdout.write(
  JSON.stringify({
    about,
    ready,
    loaded,
    times,
    window: await windowTimes(),
    inUse: inUse() - before,
    asked: await askedShare(),
  }),
)
