import { changesBeginnings } from './languages.ts'

/** A stretch of text; marked where it is what somebody looked for. */
export interface Piece {
  text: string
  marked: boolean
}

export interface Span {
  begin: number
  end: number
}

/** What was written, without its Markdown marks. Quotes and code stay: they were found too. */
export function plainText(source: string): string {
  return source
    .replace(/^\s*(```|~~~).*$/gm, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s{0,3}(#{1,6}|>+|[-*+]|\d+[.)])\s+/gm, '')
    .replace(/[*_`~]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** Words of a text that may have one of these stems: those that begin alike, or all where beginnings change. */
export function wordsToAsk(text: string, stems: readonly string[], configuration: string): string[] {
  const words = new Set((text.match(WORD) ?? []).map((word) => word.toLowerCase()))
  if (changesBeginnings(configuration)) return [...words]
  const beginnings = stems.map((stem) => stem.slice(0, 3))
  return [...words].filter((word) => beginnings.some((beginning) => word.startsWith(beginning)))
}

/** Where the found words and the unspaced runs stand, in order and without overlap. */
export function findSpans(text: string, found: ReadonlySet<string>, runs: readonly string[]): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(WORD))
    if (found.has(match[0].toLowerCase()))
      spans.push({ begin: match.index, end: match.index + match[0].length })
  for (const run of runs)
    for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + run.length))
      spans.push({ begin: at, end: at + run.length })
  spans.sort((one, other) => one.begin - other.begin || other.end - one.end)
  return spans.filter((span, index) => index === 0 || span.begin >= spans[index - 1]!.end)
}

/** Cuts a text into what is marked and what is not. */
export function markSpans(text: string, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { begin, end } of spans) {
    if (begin > at) pieces.push({ text: text.slice(at, begin), marked: false })
    pieces.push({ text: text.slice(begin, end), marked: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false })
  return pieces
}

/** Where a stretch of `length` holds the most of what was found; it begins a few words before the first. */
function bestBeginning(spans: readonly Span[], length: number): number {
  let best = { begin: 0, count: 0 }
  for (const [index, { begin }] of spans.entries()) {
    let count = 0
    while (index + count < spans.length && spans[index + count]!.end <= begin + length * 0.75) count++
    if (count > best.count) best = { begin, count }
  }
  return Math.max(0, best.begin - Math.floor(length * 0.2))
}

/** Moves a cut to the next gap between words, if one is near, and never into the middle of a character. */
function toGap(text: string, at: number): number {
  const gap = text.indexOf(' ', at)
  if (gap >= 0 && gap - at < 24) return gap
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at
}

/** The part of a text in which most of what was found stands, with the found words marked. */
export function excerptAround(text: string, spans: readonly Span[], length: number): Piece[] {
  if (text.length <= length) return markSpans(text, spans)
  const wished = Math.min(bestBeginning(spans, length), text.length - length)
  const begin = wished > 0 ? toGap(text, wished) : 0
  const end = begin + length < text.length ? toGap(text, begin + length) : text.length
  const inside = spans
    .filter((span) => span.begin >= begin && span.end <= end)
    .map((span) => ({ begin: span.begin - begin, end: span.end - begin }))
  const pieces = markSpans(text.slice(begin, end), inside)
  if (begin > 0) pieces.unshift({ text: '… ', marked: false })
  if (end < text.length) pieces.push({ text: ' …', marked: false })
  return pieces
}
