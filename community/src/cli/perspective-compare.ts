import { writeFile } from 'node:fs/promises'
import {
  CompareError,
  Gathered,
  plotOf,
  readEntry,
  reportJson,
  reportOf,
  resultOf,
  type Thresholds,
} from '../open/perspective/compare/index.ts'
import { mapped, PerspectiveReader, type ReaderName, unanswered } from '../open/perspective/index.ts'
import { entriesOf } from './compare-input.ts'
import { inOrder } from './in-order.ts'
import { OptionError, oneOf, optionsOf, readers } from './options.ts'

const complain = (line: string): void => void process.stderr.write(`${line}\n`)

export const compareUsage = `Usage: kindling perspective compare FILE [--at TOXICITY=0.8,INSULT=0.7] [--reader quick|careful|auto]
                                             [--plot FILE.svg] [--json]
FILE holds texts with a site's old scores, "-" is standard input: one JSON object a line,
  {"text": "...", "scores": {"TOXICITY": 0.83}}, or with the original's own "attributeScores" beside the text;
or a CSV or TSV table with a column "text" and a column for each attribute.
--at names the site's thresholds; where it names none for an attribute they are 0.5, 0.7, 0.8 and 0.9.
`

interface Wanted {
  file: string
  thresholds: Thresholds
  reader: ReaderName
  plot: string | undefined
  json: boolean
}

/** @throws OptionError */
export function parseThresholds(at: string): Thresholds {
  const found = new Map<string, number[]>()
  for (const part of at.split(',')) {
    const [, given = '', value = ''] = /^\s*([A-Za-z_]+)=([\d.]+)\s*$/.exec(part) ?? []
    const name = given.toUpperCase()
    const threshold = value === '' ? Number.NaN : Number(value)
    if (!(threshold > 0 && threshold <= 1))
      throw new OptionError(
        '--at is a list such as TOXICITY=0.8,INSULT=0.7, with thresholds above 0 and up to 1.',
      )
    if (!Object.hasOwn(mapped, name) && !unanswered.includes(name))
      throw new OptionError(`--at names "${given}", which is no attribute.`)
    const thresholds = found.get(name) ?? []
    if (!thresholds.includes(threshold)) thresholds.push(threshold)
    found.set(
      name,
      thresholds.sort((one, other) => one - other),
    )
  }
  return found
}

/** @throws OptionError */
export function parseCompare(args: readonly string[]): Wanted {
  const { options, rest } = optionsOf(args, { values: ['at', 'reader', 'plot'], flags: ['json'] })
  const [file, more] = rest
  if (file === undefined)
    throw new OptionError('Name the file with the old scores, or "-" for standard input.')
  if (more !== undefined) throw new OptionError(`"${more}" is one file too many.`)
  const [at, plot] = [options.get('at'), options.get('plot')]
  const reader = oneOf('reader', options.get('reader') ?? 'quick', readers)
  if (plot !== undefined && !plot.endsWith('.svg'))
    throw new OptionError('--plot names a file that ends in ".svg".')
  return {
    file,
    thresholds: at === undefined ? new Map() : parseThresholds(at),
    reader,
    plot,
    json: options.has('json'),
  }
}

/** @throws CompareError */
async function startReader(name: ReaderName): Promise<PerspectiveReader> {
  const reader = await PerspectiveReader.start(name)
  if (reader.failure) throw new CompareError(reader.failure.code, reader.failure.message)
  return reader
}

/** @throws CompareError */
async function gather({ file, reader: name }: Wanted): Promise<Gathered> {
  const reader = await startReader(name)
  const gathered = new Gathered()
  for await (const entries of entriesOf(file)) {
    const tasks = entries.map((entry) => () => readEntry(entry, reader))
    for await (const read of inOrder(tasks)) gathered.add(read)
  }
  return gathered
}

/** @throws CompareError */
async function draw(file: string, plot: string): Promise<void> {
  try {
    await writeFile(file, plot)
  } catch {
    throw new CompareError('plot_unwritable', `The plot cannot be written to ${file}. Is the folder there?`)
  }
}

async function run(wanted: Wanted): Promise<void> {
  const gathered = await gather(wanted)
  const result = resultOf(gathered, wanted.thresholds)
  process.stdout.write(wanted.json ? `${JSON.stringify(reportJson(result), null, 2)}\n` : reportOf(result))
  if (wanted.plot) await draw(wanted.plot, plotOf(result))
}

/** `kindling perspective compare`: a site's old scores beside ours. Holds scores, not texts. */
export async function compare(args: readonly string[]): Promise<number> {
  try {
    await run(parseCompare(args))
    return 0
  } catch (error) {
    if (error instanceof OptionError) complain(`${error.message}\n\n${compareUsage}`)
    else if (error instanceof CompareError) complain(`${error.code}: ${error.message}`)
    else throw error
    return error instanceof OptionError ? 2 : 1
  }
}
