import { loadQuick, read } from '@kindling/tone'
import { load } from './lib/load.mjs'
import { textsOf, writtenMessages } from './lib/messages.mjs'
import { fixed, publish, table } from './lib/report.mjs'
import { startPerspective } from './lib/server.mjs'

const SHORT = process.argv.includes('--short')
const MILLISECONDS = SHORT ? 1_000 : 5_000
const CONNECTIONS = [1, 2, 4, 8, 16, 32, 64]
const AT_ONCE = 16
const production = ['TOXICITY', 'SEVERE_TOXICITY', 'IDENTITY_ATTACK', 'INSULT', 'PROFANITY', 'THREAT']

/** Comments of one length, six attributes each, no two alike for a long while. */
function kindOf(length, more = {}) {
  const requestedAttributes = Object.fromEntries(production.map((name) => [name, {}]))
  const bodies = textsOf(writtenMessages(), length, 2_000).map((text) =>
    // Twenty thousand bytes, not characters, are read at most.
    JSON.stringify({ comment: { text: text.replace(/[^\0-\x7f]/g, '.') }, requestedAttributes, ...more }),
  )
  let index = 0
  return {
    name: `${length} characters`,
    status: 200,
    next: () => ({
      method: 'POST',
      path: '/v1alpha1/comments:analyze?key=bench',
      headers: { 'content-type': 'application/json' },
      body: bodies[index++ % bodies.length],
    }),
  }
}

/** A server is compiled while it answers: what counts begins when the next stretch is hardly faster than the one before. */
async function warm(server, kind) {
  let before = 0
  for (let stretch = 0; stretch < 8; stretch++) {
    const { perSecond } = await load(server, kind, { connections: AT_ONCE, milliseconds: MILLISECONDS / 4 })
    if (perSecond < before * 1.03) return
    before = perSecond
  }
}

async function measure(options, kind, at) {
  const server = await startPerspective(options)
  try {
    await warm(server, kind)
    const counted = []
    for (const connections of at)
      counted.push({
        ...(await load(server, kind, { connections, milliseconds: MILLISECONDS })),
        connections,
      })
    return { counted, memory: (await server.usage()).memory }
  } finally {
    await server.stop()
  }
}

/** CPU milliseconds of parsing and reading alone, in this process. */
async function readingAlone(kind) {
  await loadQuick()
  const texts = Array.from({ length: 2_000 }, () => kind.next().body)
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 6; round++) {
    const before = process.cpuUsage()
    for (const text of texts) read(JSON.parse(text).comment.text)
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, (user + system) / 1000 / texts.length)
  }
  return best
}

const row = (name, { perSecond, p50, p95, p99, cpuMilliseconds }) => [
  name,
  Math.round(perSecond),
  fixed(p50, 1),
  fixed(p95, 1),
  fixed(p99, 1),
  fixed(cpuMilliseconds, 2),
]

/** `npm run bench -- perspective` */
export async function benchPerspective(say) {
  const short = kindOf(200)
  say('Comments of 200 characters, from 1 to 64 connections ...')
  const one = await measure([], short, CONNECTIONS)
  say('The same in two processes ...')
  const two = await measure(['--processes', '2'], short, [AT_ONCE])
  say('Comments of 20 KB ...')
  const long = await measure([], kindOf(20_000), [AT_ONCE])
  const sentences = await measure([], kindOf(20_000, { spanAnnotations: true }), [AT_ONCE])
  say('The careful reader ...')
  const careful = await measure(['--reader', 'careful'], short, [AT_ONCE])
  const auto = await measure(['--reader', 'auto'], short, [AT_ONCE])
  const head = ['connections', 'comments/s', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU ms each']
  const first = ({ counted }) => counted[0]
  const alone = await readingAlone(short)
  const each = first(two).cpuMilliseconds
  const megabytes = ({ memory }) => `${Math.round(memory / 1e6)} MB`
  publish(
    'perspective',
    'The Perspective routes',
    `\`kindling perspective\` in one process, quick reader, comments of 200 characters with six attributes. Client and server
share the cores.

${table(
  head,
  one.counted.map((figures) => row(figures.connections, figures)),
)}

At ${AT_ONCE} connections:

${table(
  ['', ...head.slice(1)],
  [
    row('two processes', first(two)),
    row('comments of 20 KB', first(long)),
    row('comments of 20 KB, a span for each sentence', first(sentences)),
    row('`--reader careful`', first(careful)),
    row('`--reader auto`', first(auto)),
  ],
)}

Of the CPU of one short comment ${fixed(alone, 2)} ms are its reading. Two cores given to the server alone, with whoever asks on another machine,
would be used up at ${Math.round(2_000 / each)} comments a second.

Memory of the process afterwards: ${megabytes(one)} (quick), ${megabytes(long)} (quick, comments of 20 KB), ${megabytes(careful)} (careful).`,
  )
}
