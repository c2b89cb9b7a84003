// How often a message that pauses, and has a point besides the hurt, gets a usable suggestion.
//
//   npm run build && node training/rephrase_examination.mjs [2] [--unread] [--write]
//
// Reads training/data/rephrase/examination-N.jsonl and its readings, asks the built package for the best suggestion of
// each message with both readers, and prints the table of training/data/rephrase/README.md. A suggestion is usable where
// a reading says yes to all three: same point, kinder, natural. What no reading has judged yet, as the moves have
// changed, counts as not usable, and is counted; --unread prints it, to be read. --write puts the table into
// docs/measurements.md.

import { readFileSync } from 'node:fs'
import { publish, table } from '../bench/lib/report.mjs'
import { wilson } from '../bench/lib/shares.mjs'
import { loadCareful, loadQuick, readCarefully, rephraseCarefully } from '../tone/dist/node.js'

/** Who read the suggestions of each examination: two, where the second pair read what had come since. */
const readers = { 1: ['a', 'b'], 2: ['ce', 'df'], 3: ['e', 'f'] }
const lines = (name) =>
  readFileSync(new URL(`data/rephrase/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const key = ({ id, suggestion }) => `${id}\n${suggestion}`
const isUsable = ({ point, kinder, natural }) => Boolean(point && kinder && natural)
const verdicts = (round, names) =>
  new Map(
    [...names].flatMap((name) => lines(`reading-${round}${name}`)).map((row) => [key(row), isUsable(row)]),
  )

/** A share with its 95% interval, in hundredths. */
function share(yes, of) {
  if (of === 0) return '–'
  const percent = (one) => Math.round(one * 100)
  const { share: found, low, high } = wilson(yes, of)
  return `${yes} of ${of}: ${percent(found)} (${percent(low)}–${percent(high)})`
}

/** How far two readings agree: the share they judge alike, and Cohen's kappa. */
function agreement(one, other) {
  const both = [...one.keys()].filter((at) => other.has(at))
  const alike = both.filter((at) => one.get(at) === other.get(at)).length / both.length
  const yes = (reading) => both.filter((at) => reading.get(at)).length / both.length
  const chance = yes(one) * yes(other) + (1 - yes(one)) * (1 - yes(other))
  return `${both.length} suggestions judged; alike ${alike.toFixed(2)}, kappa ${((alike - chance) / (1 - chance)).toFixed(2)}`
}

await loadQuick()
await loadCareful()
const groups = { all: () => true, fresh: ({ by }) => by === 'fresh', others: ({ by }) => by === 'others' }
const unread = new Map()

/** What the best suggestion for each message that pauses is worth, by two readings. */
async function suggestionsOf(reader, messages, readings) {
  const found = []
  for (const { id, by, text } of messages) {
    const reading = await readCarefully(text, { reader })
    if (!reading.pause) continue
    const [best] = await rephraseCarefully(text, reading)
    const at = best && key({ id, suggestion: best.text })
    if (at && !readings[0].has(at)) unread.set(at, { id, text, suggestion: best.text })
    found.push({ by, offered: Boolean(best), usable: readings.map((one) => Boolean(at && one.get(at))) })
  }
  return found
}

function row(round, reader, group, own) {
  const offered = own.filter((one) => one.offered)
  const usable = [0, 1].map((at) => own.filter((one) => one.usable[at]).length)
  return [
    round,
    reader,
    group,
    own.length,
    share(offered.length, own.length),
    ...usable.map((n) => share(n, own.length)),
    ...usable.map((n) => share(n, offered.length)),
  ]
}

/** The rows of one examination, and how far its two readings agree. */
async function examine(round) {
  const readings = readers[round].map((names) => verdicts(round, names))
  const messages = lines(`examination-${round}`)
  const rows = []
  for (const reader of ['careful', 'quick']) {
    const found = await suggestionsOf(reader, messages, readings)
    for (const [group, fits] of Object.entries(groups)) {
      const own = found.filter(fits)
      // Where all messages are of one group, it says nothing more.
      if (own.length > 0 && (group === 'all' || own.length < found.length))
        rows.push(row(round, reader, group, own))
    }
  }
  return { rows, agreement: `Examination ${round}: ${agreement(...readings)}.` }
}

const asked = process.argv.find((arg) => /^\d+$/.test(arg))
const examined = []
for (const round of asked ? [asked] : ['2', '3']) examined.push(await examine(round))
const head = [
  'examination',
  'reader',
  'messages',
  'paused',
  'offered',
  'usable (first)',
  'usable (second)',
  'of offered usable (first)',
  '(second)',
]
const figures = `${table(
  head,
  examined.flatMap(({ rows }) => rows),
)}

${examined.map((one) => one.agreement).join(' ')} Not judged: ${unread.size}.`
if (process.argv.includes('--write'))
  publish(
    'rephrase',
    'Kinder words',
    `Messages that pause and have a point besides the hurt; the best suggestion of each, read by two who saw neither the moves nor each other
(usable: same point, kinder, natural; what the two have not read counts as not usable). Examination 2 was written by who wrote the moves, before
they were as they are: \`fresh\`, everyday messages; \`others\`, harder ones, mostly mockery. Examination 3 was written by somebody who knew nothing
of the moves: of 300 everyday messages that hurt and have a point, those at which a reader pauses.

${figures}`,
  )
else process.stdout.write(`${figures}\n`)
if (process.argv.includes('--unread'))
  for (const one of unread.values()) process.stdout.write(`${JSON.stringify(one)}\n`)
