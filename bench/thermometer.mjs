import { readFileSync } from 'node:fs'
import { root } from './lib/place.mjs'
import { fixed, publish, table } from './lib/report.mjs'
import { wilson } from './lib/shares.mjs'

const conversations = (name) =>
  readFileSync(`${root}training/data/conversations/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const hundredth = (share) => fixed(share * 100, 0)

function shareOf(part, whole) {
  const { share, low, high } = wilson(part, whole)
  return { part, whole, shown: `${fixed(share * 100, 1)} (${hundredth(low)} to ${hundredth(high)})` }
}

/** `npm run bench -- thermometer`: which threads it says are heating up, and what a look costs. */
export async function benchThermometer(say) {
  const { loadQuick, read, turnOf } = await import('@kindling/tone')
  const { heatIn, TURNS } = await import(`${root}community/dist/conversation/heat/rules.js`)
  const { readContent } = await import(`${root}community/dist/cli/demo/read-content.js`)
  await loadQuick()
  const turnsOf = (messages) => messages.map(({ by, text }) => turnOf(text, read(text), by))

  say('Conversations written to turn or to hold ...')
  const noticed = (name) => {
    const found = conversations(name).map(
      ({ messages, seen }) => heatIn(turnsOf(messages.slice(0, seen)), false) !== undefined,
    )
    return shareOf(found.filter(Boolean).length, found.length)
  }
  const [turning, holding] = [noticed('turns'), noticed('holds')]

  say('Threads of the sample community ...')
  const { threads } = await readContent('lantern-street')
  let messages = 0
  let warm = 0
  const begin = process.cpuUsage()
  const threadsWarm = threads.filter(({ author, body, replies }) => {
    const turns = turnsOf([
      { by: author, text: body },
      ...replies.map((reply) => ({ by: reply.author, text: reply.body })),
    ])
    let was = false
    let ever = false
    for (let at = 2; at <= turns.length; at++) {
      was = heatIn(turns.slice(0, at), was) !== undefined
      messages++
      if (was) warm++
      ever ||= was
    }
    return ever
  }).length
  const { user, system } = process.cpuUsage(begin)
  const each = (user + system) / 1000 / (messages + threads.length)

  publish(
    'thermometer',
    'The thermometer of a thread',
    `A thread counts as heating up where the forecast reaches 0.7 and one of its last three messages reads heated (0.5); it has cooled
below 0.5. Both were set on these figures, and two thirds of the conversations are those that the forecast learned from: a real place will
show less.

${table(
  ['', 'said to be heating up', 'of 100 (95%)'],
  [
    ['conversations that turn within two messages', `${turning.part} of ${turning.whole}`, turning.shown],
    ['conversations as tense that hold', `${holding.part} of ${holding.whole}`, holding.shown],
    [
      'answers in the sample community, where nobody quarrels for long',
      `${warm} of ${messages}`,
      shareOf(warm, messages).shown,
    ],
  ],
)}

${threadsWarm} of the ${threads.length} threads there were said to be heating up at some time. It misses most that turn: a hint that is there for
nothing teaches people to look past it. Reading a message and the forecast cost ${fixed(each, 2)} CPU ms; after each answer the last ${TURNS} are read.`,
  )
}
