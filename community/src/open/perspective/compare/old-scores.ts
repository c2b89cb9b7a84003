import { isKnown } from '../attributes.ts'
import { field, isObject, type JsonObject } from '../json.ts'

/** Why a line or a row cannot be used. */
export type UnusedCode =
  | 'line_too_long'
  | 'not_json'
  | 'no_text'
  | 'text_too_long'
  | 'no_scores'
  | 'score_wrong'
  | 'columns_differ'

/** A text and what the original said of it, by the original's names. */
export interface OldScores {
  text: string
  scores: ReadonlyMap<string, number>
}

/** What people name the column of the text, best first. */
export const textNames = ['text', 'comment', 'body'] as const

/** What stands for no score in tables. */
const nothing: readonly unknown[] = [undefined, null, '', 'NA']

/** A decimal comma counts as a point: spreadsheets write it in half of Europe. */
function numberOf(value: unknown): number {
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^[\d.,e+-]+$/i.test(value)
    ? Number(value.replace(',', '.'))
    : Number.NaN
}

/**
 * @param given by attribute, in whichever case; names that the original never had are passed over
 * @returns the reason where it cannot be used
 */
export function oldScores(
  text: unknown,
  given: Iterable<readonly [string, unknown]>,
): OldScores | UnusedCode {
  if (typeof text !== 'string' || text.trim() === '') return 'no_text'
  const scores = new Map<string, number>()
  for (const [name, raw] of given) {
    const value = typeof raw === 'string' ? raw.trim() : raw
    if (!isKnown(name.toUpperCase()) || nothing.includes(value)) continue
    const score = numberOf(value)
    if (!(score >= 0 && score <= 1)) return 'score_wrong'
    scores.set(name.toUpperCase(), score)
  }
  return scores.size > 0 ? { text, scores } : 'no_scores'
}

function textIn(line: JsonObject): unknown {
  for (const name of textNames) {
    const value = field(line, name)
    if (value !== undefined) return isObject(value) ? field(value, 'text') : value
  }
}

/** A score as it is, or as it stands in the original's answer. */
function scoreIn(given: unknown): unknown {
  if (!isObject(given)) return given
  const summary = field(given, 'summaryScore')
  return isObject(summary) ? field(summary, 'value') : undefined
}

/** Takes a line {"text", "scores": {NAME: 0.83}} apart, or a text with the original's own answer beside it. */
export function parseOldLine(line: string): OldScores | UnusedCode {
  let found: unknown
  try {
    found = JSON.parse(line)
  } catch {
    return 'not_json'
  }
  if (!isObject(found)) return 'not_json'
  const given = field(found, 'scores') ?? field(found, 'attributeScores')
  const scores = isObject(given) ? Object.entries(given) : []
  return oldScores(
    textIn(found),
    scores.map(([name, value]) => [name, scoreIn(value)] as const),
  )
}
