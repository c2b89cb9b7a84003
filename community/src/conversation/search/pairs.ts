/**
 * Scripts that put no space between words, and Korean, whose particles hang on them: such a run is cut into
 * pairs of characters, which need no dictionary. The ranges are the same in JavaScript and in PostgreSQL.
 */
export const UNSPACED =
  '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3031-\\u3035\\u3040-\\u30fa\\u30fc-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\ua960-\\ua97f\\uac00-\\ud7a3\\uf900-\\ufaff\\uff66-\\uff9f'

/** Marks between words that PostgreSQL takes for letters where the database has the C locale. */
export const MARKS =
  '\\u00a0-\\u00a9\\u00ab-\\u00b4\\u00b6-\\u00b9\\u00bb-\\u00bf\\u00d7\\u00f7\\u060c\\u061b\\u061f\\u06d4\\u0964\\u0965\\u2000-\\u2bff\\u2e00-\\u2e7f\\u3000-\\u3004\\u3008-\\u3030\\u30fb\\ufe10-\\ufe1f\\ufe30-\\ufe6f\\ufeff\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65'

const run = new RegExp(`[${UNSPACED}]+`, 'g')
const mark = new RegExp(`[${MARKS}]|[\\u{1f000}-\\u{1faff}]`, 'gu')

/** Pairs of neighbouring characters, and the last one alone, so that every character begins a token. */
export function pairsOf(text: string): string[] {
  const characters = [...text]
  return characters.map((character, index) => character + (characters[index + 1] ?? ''))
}

/** The text as the index sees it: marks are spaces, runs are pairs. The twin of `search_text` in the database. */
export function searchText(text: string): string {
  return text
    .normalize('NFC')
    .replace(mark, ' ')
    .replace(run, (found) => ` ${pairsOf(found).join(' ')} `)
}

/** Runs without spaces in what somebody looks for, as they were typed. */
export function unspacedRuns(text: string): string[] {
  return text.normalize('NFC').match(run) ?? []
}

/**
 * What somebody typed, for `websearch_to_tsquery`. A run becomes a phrase of its pairs, without the last
 * lone character: that one stands only where a run ends.
 */
export function searchQueryText(text: string): string {
  const straight = text.normalize('NFC').replace(/[\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d\uff02]/g, '"')
  return straight
    .split('"')
    .map((piece, index, pieces) => {
      const quoted = index % 2 === 1 && index < pieces.length - 1
      return piece.replace(mark, ' ').replace(run, (found) => {
        const pairs = pairsOf(found)
        const phrase = (pairs.length > 1 ? pairs.slice(0, -1) : pairs).join(' ')
        return quoted ? ` ${phrase} ` : `"${phrase}" `
      })
    })
    .join('"')
    .replace(/\s+/g, ' ')
    .trim()
}
