import { readdirSync, readFileSync } from 'node:fs'
import { root } from './place.mjs'

const folder = `${root}training/data/written/`

/** The messages written by hand: what people write, of every kind and length. */
export function writtenMessages() {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readFileSync(folder + name, 'utf8')
        .trim()
        .split('\n'),
    )
    .map((line) => JSON.parse(line).text)
}

/** Texts of one length each, cut from messages one behind the other; no two begin alike. */
export function textsOf(messages, length, count) {
  const all = messages.join('\n')
  const step = Math.max(length, Math.floor(all.length / count))
  return Array.from({ length: count }, (_, at) => {
    const begin = (at * step) % (all.length - length)
    return all.slice(begin, begin + length)
  })
}
