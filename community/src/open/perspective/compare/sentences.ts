import { type Carried, type Comparison, TEXTS_AT_LEAST, TEXTS_ENOUGH } from './compare.ts'
import type { UnusedLines } from './gather.ts'
import type { UnusedCode } from './old-scores.ts'

export const notGoogles =
  "These scores are not Google's: the same number means something else here. Move thresholds by the table, then look at what changes."

export const tooFewTexts = `No attribute has ${TEXTS_AT_LEAST} texts with an old score and one from here, so there is nothing to compare. It takes ${TEXTS_AT_LEAST}, and ${TEXTS_ENOUGH} before the figures mean much.`

/** Below this the two put messages in different orders. */
const WEAK = 0.3
/** A share that is off by more than this is worth a sentence. */
const SHARE_OFF = 0.005

export const counted = (count: number): string => count.toLocaleString('en')
export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
const plural = (count: number, one: string, many: string): string =>
  `${counted(count)} ${count === 1 ? one : many}`

/** A score with digits enough to tell it from its neighbours. */
export const shown = (score: number): string => score.toFixed(score < 0.01 ? 4 : 3)

const reasons: Record<UnusedCode, string> = {
  line_too_long: 'with more than 8 million characters',
  not_json: 'with something else than a JSON object',
  no_text: 'without a text',
  text_too_long: 'with a text over 20 KB, which the original never scored',
  no_scores: 'without a score',
  score_wrong: 'with a score that is no number from 0 to 1',
  columns_differ: 'with more or fewer columns than the first row',
}

/**
 * Which lines or rows were left out, by their numbers and never by what stands there. The names of the columns are
 * row 1, as in a spreadsheet.
 */
export function unusedSentences({ unused }: { unused: UnusedLines }): string[] {
  return [...unused].map(([code, { count, first }]) => {
    const more = count > first.length ? ` and ${counted(count - first.length)} more` : ''
    return `Left out: ${plural(count, 'entry', 'entries')} ${reasons[code]} (line or row ${first.join(', ')}${more}).`
  })
}

export function headline({ texts, correlation }: Pick<Comparison, 'texts' | 'correlation'>): string {
  const n = plural(texts, 'text', 'texts')
  if (!correlation) return `${n}, no rank correlation: one side scores every text the same`
  const { r, between } = correlation
  const [least, most] = between.map((end) => end.toFixed(2))
  return `${n}, rank correlation ${r.toFixed(2)}, probably ${least} to ${most}`
}

/** So few messages above an old threshold hardly tell where the new one lies. */
const FEW_ABOVE = 10

function sparse({ thresholds, texts }: Comparison): string[] {
  const few = thresholds.filter(({ above }) => above < FEW_ABOVE)
  if (few.length === 0 || texts < TEXTS_ENOUGH) return []
  return [
    `Fewer than ${FEW_ABOVE} messages are above ${few.map(({ old }) => old).join(', ')}: too few to tell.`,
  ]
}

/** Where many messages share one score of ours, no threshold keeps the share. */
function tied({ ours, above }: Carried, texts: number): string[] {
  if (!ours || Math.abs(ours.above - above) <= Math.max(1, texts * SHARE_OFF)) return []
  const [now, before] = [percent(ours.above / texts), percent(above / texts)]
  return [`Many messages score the same here: ${ours.threshold} keeps ${now} instead of ${before}.`]
}

/** What the figures of an attribute cannot carry. */
export function cautions(comparison: Comparison): string[] {
  const { texts, correlation, thresholds } = comparison
  return [
    ...(texts < TEXTS_ENOUGH ? [`Fewer than ${TEXTS_ENOUGH} texts: these figures say little.`] : []),
    ...(correlation && correlation.r < WEAK
      ? ['The two barely agree: a threshold that keeps the share keeps other messages.']
      : []),
    ...sparse(comparison),
    ...thresholds.flatMap((one) => tied(one, texts)),
  ]
}

/** What of the file is in no table, or of the thresholds in no file. */
export interface Omitted {
  /** Attributes with fewer texts than any figure needs. */
  tooFew: readonly { name: string; texts: number }[]
  /** Attributes of the file or the thresholds that nothing here answers. */
  unanswered: readonly string[]
  /** Attributes that have a threshold and no score in the file. */
  absent: readonly string[]
}

export function omissions({ tooFew, unanswered, absent }: Omitted): string[] {
  return [
    ...tooFew.map(
      ({ name, texts }) =>
        `${name} has ${plural(texts, 'text', 'texts')}; a comparison takes ${TEXTS_AT_LEAST}.`,
    ),
    ...unanswered.map((name) => `${name} is not answered here, so no threshold carries over.`),
    ...absent.map((name) => `${name} has a threshold and no score in this file.`),
  ]
}
