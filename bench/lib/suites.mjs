import { readFileSync } from 'node:fs'
import { root } from './place.mjs'

const isHarmful = {
  plain: ({ pause }) => pause === 1,
  'hate-in-context': ({ hateful }) => hateful,
}

const rowsOf = (name) =>
  readFileSync(`${root}training/data/suites/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** Labelled messages that no reader of ours has learned from, all or one in `every`: text, and whether it is harmful. */
export function readSuites(every = 1) {
  const suites = Object.entries(isHarmful).map(([name, harmful]) => [
    name,
    rowsOf(name)
      .filter((_, at) => at % every === 0)
      .map((row) => ({ text: row.text, harmful: harmful(row) })),
  ])
  return Object.fromEntries(suites)
}
