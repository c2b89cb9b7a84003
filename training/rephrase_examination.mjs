// How often a message that pauses, and has a point besides the hurt, gets a usable suggestion.
//
//   npm run build && node training/rephrase_examination.mjs [2] [--unread] [--write]
//
// Reads training/data/rephrase/examination-N.jsonl and its readings, asks the built package for the best suggestion of
// each message with both readers, and prints the table of training/data/rephrase/README.md. A suggestion is usable where
// a reading says yes to all three: same point, kinder, natural. What no reading has judged yet, as the moves have
// changed, counts as not usable, and is counted; --unread prints it, to be read. --write puts the table into
// docs/measurements.md.

import { readFileSync, writeFileSync } from 'node:fs'
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

/** Wilson's 95% interval of a share, in hundredths. */
function share(yes, of) {
  if (of === 0) return '–'
  const [z, p] = [1.96, yes / of]
  const middle = (p + z ** 2 / (2 * of)) / (1 + z ** 2 / of)
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2))
  const percent = (one) => Math.round(one * 100)
  return `${yes} of ${of}: ${percent(p)} (${percent(middle - half)}–${percent(middle + half)})`
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
const lineOf = []
const say = (line) => {
  lineOf.push(line)
  process.stdout.write(`${line}\n`)
}
say(
  `| reader | messages | paused | offered | usable (first) | usable (second) | of offered usable (first) | (second) |\n| --- | --- | --- | --- | --- | --- | --- | --- |`,
)
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
    say(
      `| ${[reader, name, own.length, share(offered.length, own.length), ...usable.map((n) => share(n, own.length)), ...usable.map((n) => share(n, offered.length))].join(' | ')} |`,
    )
  }
}
say('')
say(`${agreement(...readings)}; not judged: ${unread.size}.`)
if (process.argv.includes('--unread'))
  for (const one of unread.values()) process.stdout.write(`${JSON.stringify(one)}\n`)
if (process.argv.includes('--write')) {
  const file = new URL('../docs/measurements.md', import.meta.url)
  const [begin, end] = ['<!-- training:rephrase -->', '<!-- /training:rephrase -->']
  const part = `${begin}
## Kinder words

Written by \`training/rephrase_examination.mjs\`. Messages that pause and have a point besides the hurt; the best suggestion of each, read by two
who saw neither the moves nor each other (usable: same point, kinder, natural). \`fresh\`: everyday messages; \`others\`: harder ones, mostly mockery.

${lineOf.join('\n')}
${end}`
  const old = readFileSync(file, 'utf8')
  const at = old.indexOf(begin)
  const next =
    at < 0
      ? `${old.trimEnd()}\n\n${part}\n`
      : old.slice(0, at) + part + old.slice(old.indexOf(end) + end.length)
  writeFileSync(file, next)
}
