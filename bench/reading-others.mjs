import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { textsOf, writtenMessages } from './lib/messages.mjs'
import { installOthers } from './lib/others.mjs'
import { readersSideBySide } from './lib/readers.mjs'
import { fixed, publish, table } from './lib/report.mjs'
import { balanced, DRAWS, wilson } from './lib/shares.mjs'
import { readSuites } from './lib/suites.mjs'

const short = process.argv.includes('--short')
const ROUNDS = short ? 1 : 5
const MESSAGES = short ? 40 : 500
const file = fileURLToPath(new URL('./lib/others-process.mjs', import.meta.url))

/** Texts to be timed, a hundred characters each, and messages of up to 160 as they are, from all over the written ones. */
function textsToTime() {
  const messages = writtenMessages()
  const brief = messages.filter((text) => text.length <= 160)
  const step = brief.length / MESSAGES
  return {
    hundred: textsOf(messages, 100, MESSAGES),
    brief: Array.from({ length: MESSAGES }, (_, at) => brief[Math.floor(at * step)]),
  }
}

/** One reader alone, given what to read. */
async function readAlone({ name, folder }, work) {
  const child = spawn(process.execPath, ['--expose-gc', file, name, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify(work))
  const parts = []
  child.stdout.on('data', (part) => parts.push(part))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`The process of ${name} ended with ${code}.`)
  return JSON.parse(Buffer.concat(parts).toString())
}

async function measure(reader, work) {
  const starts = []
  for (let start = 0; start < ROUNDS; start++)
    starts.push((await readAlone(reader, { texts: {}, suites: {} })).ready)
  const found = await readAlone(reader, { rounds: ROUNDS, ...work })
  // Ours say which model answered.
  const version = reader.version ?? `${reader.title} ${found.version}`
  return { ...reader, ...found, version, ready: Math.min(found.ready, ...starts), size: await reader.weigh() }
}

const megabytes = (bytes) => fixed(bytes / 1e6, 2)
const pair = ({ p50, p99 }) => `${fixed(p50, 3)} / ${fixed(p99, 3)}`
const percent = ({ share, low, high }) =>
  `${fixed(share * 100, 1)} (${fixed(low * 100, 1)} to ${fixed(high * 100, 1)})`

const costHead = [
  '',
  '100 characters, p50 / p99 ms',
  'Up to 160, p50 / p99 ms',
  'Ready, ms',
  'Loaded, MB',
  'Compressed, MB',
  'Installed, MB',
  'In use, MB',
  'Process, MB',
]

const costRow = ({ version, times, ready, size, heap, whole, inThread }) => [
  version,
  pair(times.hundred),
  pair(times.brief),
  fixed(ready, 0),
  megabytes(size.loaded),
  megabytes(size.compressed),
  megabytes(size.installed),
  inThread ? 'in a thread' : fixed(heap / 1e6, 1),
  fixed(whole / 1e6, 1),
]

/** A row a verdict: how many of the harmful it finds, of the harmless it speaks up about, and how often it is right. */
function suiteRows({ title, said, verdicts }, suite, rows) {
  return verdicts.map((verdict, at) => {
    const spoke = (wanted) =>
      said[suite].filter((_, row) => rows[row].harmful === wanted).map((one) => one[at])
    const [harmful, harmless] = [spoke(true), spoke(false)]
    const share = (list) => wilson(list.filter(Boolean).length, list.length)
    const right = balanced(
      harmful,
      harmless.map((one) => !one),
    )
    return [`${title}: ${verdict}`, percent(share(harmful)), percent(share(harmless)), percent(right)]
  })
}

function suitePart(measured, suite, rows) {
  const harmful = rows.filter((row) => row.harmful).length
  return `Of 100 messages of the suite "${suite}" (${harmful} harmful, ${rows.length - harmful} harmless), with 95% intervals:

${table(
  ['speaks up at', 'harmful noticed', 'harmless spoken to', 'balanced accuracy'],
  measured.flatMap((one) => suiteRows(one, suite, rows)),
)}`
}

async function measureAll(suites, say) {
  const texts = Object.fromEntries(
    Object.entries(suites).map(([suite, rows]) => [suite, rows.map(({ text }) => text)]),
  )
  const work = { texts: textsToTime(), suites: texts }
  const measured = []
  for (const reader of readersSideBySide()) {
    say(`${reader.title} alone ...`)
    measured.push(await measure(reader, work))
  }
  return measured
}

/** The part of `npm run bench -- reading` that sets our readers beside packages people use today. */
export async function benchReadingOthers(say) {
  say("Other people's packages ...")
  try {
    await installOthers(say)
  } catch (error) {
    return say(`${error.message}\nWithout them, their part is left out.`)
  }
  const suites = readSuites(short ? 10 : 1)
  const measured = await measureAll(suites, say)
  publish(
    'reading-others',
    'Our readers beside packages people use today',
    `The other packages were made for other purposes: vader-sentiment and wink-nlp say whether a text sounds glad or not, obscenity
finds swear words however they are spelled, alex leads authors to inclusive wording. None of them claims to know what hurts a
reader, so the tables below say nothing about how well they do what they are for. They stand here because they are what is at hand.

${table(costHead, measured.map(costRow))}

Each in a process of its own, asked as its own pages show it. Times are wall time of one call, ${MESSAGES} texts of either kind from
training/data/written, the best of ${ROUNDS} rounds. Ready is from import to the first answer, the least of ${ROUNDS + 1} processes. Loaded is what
Node.js loads for it, scripts, words and models as they lie; compressed what a page would fetch (minified, Brotli); installed all that
npm lays down, for ours both readers and every language. In use is heap and buffers after all of it was read, garbage collected;
process what the whole process has grown by. Careful brings quick along and works in a thread, whose heap is counted in the process.

${Object.entries(suites)
  .map(([suite, rows]) => suitePart(measured, suite, rows))
  .join('\n\n')}

A verdict is at the threshold that its authors name, or else at anything it finds. Balanced accuracy is the mean of harmful noticed and
harmless left in peace. Intervals are Wilson's, and of balanced accuracy from ${DRAWS.toLocaleString('en')} draws. No reader of ours has learned from these messages
(training/data/suites), but they are labelled by the rules that ours learned by, which the others never heard of.`,
  )
}
