import type { Carried, Comparison } from './compare.ts'
import type { Result } from './result.ts'
import {
  cautions,
  counted,
  headline,
  notGoogles,
  omissions,
  percent,
  shown,
  unusedSentences,
} from './sentences.ts'

const heads = ['old', 'above', '', 'new', 'probably', 'still above']

const legend = `above:       messages at or above the old threshold
new:         the threshold that keeps the same share here, and where it probably lies
still above: of 100 messages above the old threshold, how many are above the new one`

function cellsOf({ old, above, ours, still }: Carried, texts: number): string[] {
  const before = [String(old), counted(above), percent(above / texts)]
  if (!ours) return [...before, '-', '-', '-']
  const between = ours.between.map(shown).join(' to ')
  return [...before, String(ours.threshold), between, `${Math.round(still! * 100)} of 100`]
}

/** Lines of cells, each column as wide as its widest, set to the right as numbers are. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) => `  ${row.map((cell, column) => cell.padStart(widths[column]!)).join('  ')}`)
}

function blockOf(comparison: Comparison): string {
  const rows = comparison.thresholds.map((carried) => cellsOf(carried, comparison.texts))
  const lines = [
    `${comparison.name}: ${headline(comparison)}`,
    ...aligned([heads, ...rows]),
    ...cautions(comparison).map((sentence) => `  ${sentence}`),
  ]
  return lines.join('\n')
}

/** The result as an operator reads it. */
export function reportOf(result: Result): string {
  const { models, comparisons } = result
  const paragraphs = [
    `${counted(result.texts)} texts with old scores, read here by ${models.join(', ')}. The new thresholds are for that reader alone.`,
    ...comparisons.map(blockOf),
    legend,
    [...omissions(result), ...unusedSentences(result)].join('\n'),
    notGoogles,
  ]
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`
}
