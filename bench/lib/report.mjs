import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { root } from './place.mjs'

const file = join(root, 'docs', 'measurements.md')

const start = `# Measurements

Written by \`npm run bench\`; no number here was typed by hand. What each one means, and what Kindling
promises about it, stands in [bench/README.md](../bench/README.md).
`

/** A Markdown table. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  )
}

/** Where and when it was measured. */
export function machine() {
  const model =
    cpus()[0]
      ?.model.replace(/\(R\)|\(TM\)/g, '')
      .trim() || process.arch
  return `${new Date().toISOString().slice(0, 10)}, Node.js ${process.versions.node}, ${availableParallelism()} cores (${model}), one server process.`
}

/** Prints a part of the measurements and puts it in place of the last one in docs/measurements.md. */
export function publish(name, title, text) {
  const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`]
  const part = `${begin}\n## ${title}\n\n${machine()}\n\n${text}\n${end}`
  process.stdout.write(`\n${title}\n\n${text}\n`)
  const old = existsSync(file) ? readFileSync(file, 'utf8') : start
  const from = old.indexOf(begin)
  const until = old.indexOf(end)
  const next =
    from >= 0 && until > from
      ? old.slice(0, from) + part + old.slice(until + end.length)
      : `${old.trimEnd()}\n\n${part}\n`
  writeFileSync(file, next)
}

export const fixed = (number, digits = 2) => number.toFixed(digits)
