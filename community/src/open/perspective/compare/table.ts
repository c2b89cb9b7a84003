import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { isKnown } from '../attributes.ts'
import { CompareError } from './error.ts'
import { type OldScores, oldScores, textNames, type UnusedCode } from './old-scores.ts'

/** Characters of the longest row: beyond them a quote was opened and never closed. */
const ROW_AT_MOST = 1_000_000

/** Where the columns of a table stand that are looked at. */
export interface Columns {
  count: number
  text: number
  attributes: { name: string; at: number }[]
}

/** What parts the columns, by the first line: a tab, a semicolon or a comma, in this order. */
export const delimiterOf = (firstLine: string): string =>
  ['\t', ';'].find((sign) => firstLine.includes(sign)) ?? ','

/** @throws CompareError which never repeats a name: without a first row of names, what stands there is a message */
export function columnsOf(header: readonly string[]): Columns {
  const names = header.map((name) => name.trim())
  const text = textNames
    .map((name) => names.findIndex((one) => one.toLowerCase() === name))
    .find((at) => at >= 0)
  if (text === undefined)
    throw new CompareError(
      'no_text_column',
      'No column is named "text", "comment" or "body". The first row of a table names its columns.',
    )
  const attributes = names.flatMap((name, at) => (isKnown(name.toUpperCase()) ? [{ name, at }] : []))
  if (attributes.length === 0)
    throw new CompareError(
      'no_score_column',
      'No column is named after an attribute, such as TOXICITY. The first row of a table names its columns.',
    )
  return { count: names.length, text, attributes }
}

export function parseRow(row: readonly string[], columns: Columns): OldScores | UnusedCode {
  if (row.length !== columns.count) return 'columns_differ'
  return oldScores(
    row[columns.text],
    columns.attributes.map(({ name, at }) => [name, row[at]] as const),
  )
}

/**
 * The rows of a CSV or TSV file one by one, the first as well.
 * @throws CompareError where a row never ends; whatever error reading has
 */
export async function* rowsOf(input: Readable, delimiter: string): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: ROW_AT_MOST,
  })
  // What goes wrong is heard below.
  pipeline(input, parser, () => {})
  try {
    for await (const row of parser) yield row as string[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // What the parser says quotes the row, and nothing of it is repeated.
    throw new CompareError(
      'table_broken',
      `Row ${Number(error.records) + 1} of the table never ends: a quote opens in it and is not closed. Close it, or write "" for a quote within quotes.`,
    )
  }
}
