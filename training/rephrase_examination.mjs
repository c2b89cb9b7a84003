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

const round = process.argv.find((arg) => /^\d+$/.test(arg)) ?? '2'
const lines = (name) =>
  readFileSync(new URL(`data/rephrase/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const key = ({ id, suggestion }) => `${id}\n${suggestion}`
const isUsable = ({ point, kinder, natural }) => Boolean(point && kinder && natural)
const verdicts = (name) => new Map(lines(name).map((row) => [key(row), isUsable(row)]))

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
const readings = (round === '1' ? ['a', 'b'] : ['c', 'd']).map((name) => verdicts(`reading-${round}${name}`))
const messages = lines(`examination-${round}`)
const unread = new Map()
const groups = { all: () => true, fresh: ({ by }) => by === 'fresh', others: ({ by }) => by === 'others' }
const rows = []
for (const reader of ['careful', 'quick']) {
  const found = []
  for (const { id, by, text } of messages) {
    const reading = await readCarefully(text, { reader })
    if (!reading.pause) continue
    const [best] = await rephraseCarefully(text, reading)
    const at = best && key({ id, suggestion: best.text })
    if (at && !readings[0].has(at)) unread.set(at, { id, text, suggestion: best.text })
    found.push({ by, offered: Boolean(best), usable: readings.map((one) => Boolean(at && one.get(at))) })
  }
  for (const [name, fits] of Object.entries(groups)) {
    const own = found.filter(fits)
    const offered = own.filter((one) => one.offered)
    const usable = [0, 1].map((at) => own.filter((one) => one.usable[at]).length)
    rows.push([
      reader,
      name,
      own.length,
      share(offered.length, own.length),
      ...usable.map((n) => share(n, own.length)),
      ...usable.map((n) => share(n, offered.length)),
    ])
  }
}
const head = [
  'reader',
  'messages',
  'paused',
  'offered',
  'usable (first)',
  'usable (second)',
  'of offered usable (first)',
  '(second)',
]
const figures = `${table(head, rows)}

${agreement(...readings)}; not judged: ${unread.size}.`
if (process.argv.includes('--write'))
  publish(
    'rephrase',
    'Kinder words',
    `Messages that pause and have a point besides the hurt; the best suggestion of each, read by two who saw neither the moves nor each other
(usable: same point, kinder, natural; what the two have not read counts as not usable). \`fresh\`: everyday messages; \`others\`: harder ones, mostly mockery.

${figures}`,
  )
else process.stdout.write(`${figures}\n`)
if (process.argv.includes('--unread'))
  for (const one of unread.values()) process.stdout.write(`${JSON.stringify(one)}\n`)
