/** What a stretch of text is besides its words. Bits, for each unit of the normalised text. */
export const QUOTED = 1
export const CODE = 2

/** Longest quotation that is believed; an unclosed mark must not swallow the rest of a page. */
const LONGEST = 2_000

const ANY = /["'`>“„«»‘「『]|\[quote|<blockquote|<code/

const closers: Record<string, string> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‘': "'’",
  '「': '」',
  '『': '』',
  '"': '"',
  "'": "'",
}

const isSpace = (sign: string | undefined): boolean => sign === undefined || /\s/.test(sign)
const isWordSign = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)

function mark(zones: Uint8Array, begin: number, end: number, bit: number): void {
  for (let at = begin; at < end; at++) zones[at]! |= bit
}

function markMatches(text: string, pattern: RegExp, zones: Uint8Array, bit: number): void {
  for (const { 0: found, index } of text.matchAll(pattern)) mark(zones, index, index + found.length, bit)
}

/** A straight mark opens before a word and after a space or a bracket; 5" is a length. */
function opens(text: string, at: number): boolean {
  const [before, after] = [text[at - 1], text[at + 1]]
  if (isSpace(after)) return false
  return isSpace(before) || /[([{—–:>-]/.test(before!)
}

function closes(text: string, at: number): boolean {
  return !isSpace(text[at - 1]) && !isWordSign(text[at + 1])
}

/** How far the text was searched in vain for a closing mark, so that no stretch is searched twice. */
type Searched = Map<string, number>

/** Where the quotation that opens here closes, or -1; it does not run past an empty line. */
function findClose(text: string, begin: number, closer: string, searched: Searched): number {
  const straight = closer.includes("'") || closer === '"'
  const limit = Math.min(text.length, begin + LONGEST)
  let at = Math.max(begin + 1, searched.get(closer) ?? 0)
  for (; at < limit; at++) {
    const sign = text[at]!
    if (sign === '\n' && text[at + 1] === '\n') break
    if (closer.includes(sign) && (!straight || closes(text, at))) return at
  }
  searched.set(closer, at)
  return -1
}

function markQuotations(text: string, zones: Uint8Array): void {
  const searched: Searched = new Map()
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    const closer = closers[sign]
    if (closer === undefined || zones[at]! & CODE) continue
    if ((sign === '"' || sign === "'") && !opens(text, at)) continue
    const close = findClose(text, at, closer, searched)
    if (close < 0) continue
    mark(zones, at, close + 1, QUOTED)
    at = close
  }
}

/** Marks what stands between two tags; what was opened and never closed runs to the end if it may. */
function markTagged(
  text: string,
  zones: Uint8Array,
  tags: [string, string],
  bit: number,
  open: boolean,
): void {
  let begin = text.indexOf(tags[0])
  while (begin >= 0) {
    const close = text.indexOf(tags[1], begin + tags[0].length)
    if (close < 0 && !open) return
    const end = close < 0 ? text.length : close + tags[1].length
    mark(zones, begin, end, bit)
    begin = text.indexOf(tags[0], end)
  }
}

/** All of it in quotation marks and nothing around them: then the marks say nothing about whose words these are. */
function isAllQuoted(text: string, zones: Uint8Array): boolean {
  for (let at = 0; at < text.length; at++) if (!(zones[at]! & QUOTED) && isWordSign(text[at])) return false
  return true
}

/** Which units are quoted or code; undefined where there is neither. */
export function zonesOf(text: string): Uint8Array | undefined {
  if (!ANY.test(text)) return undefined
  const zones = new Uint8Array(text.length)
  markTagged(text, zones, ['```', '```'], CODE, true)
  markTagged(text, zones, ['<code>', '</code>'], CODE, false)
  markMatches(text, /`[^`\n]{1,200}`/g, zones, CODE)
  markQuotations(text, zones)
  if (isAllQuoted(text, zones)) for (let at = 0; at < text.length; at++) zones[at]! &= ~QUOTED
  markMatches(text, /^[ \t]{0,3}>(?![:;=._>]*[()/|\\])[^\n]*/gm, zones, QUOTED)
  markTagged(text, zones, ['[quote', '[/quote]'], QUOTED, true)
  markTagged(text, zones, ['<blockquote', '</blockquote>'], QUOTED, false)
  return zones
}

/** Shorter pieces of what somebody else said stand in a message by chance. */
const REPEATED_AT_LEAST = 12

/** Marks, as quoted, what stands in a message again of what somebody else said. */
export function markRepeated(
  text: string,
  zones: Uint8Array | undefined,
  said: string[],
): Uint8Array | undefined {
  const pieces = said.flatMap((one) => one.split(/(?<=[.!?\n])\s+/)).map((piece) => piece.trim())
  let marked = zones
  for (const piece of pieces) {
    if (piece.length < REPEATED_AT_LEAST) continue
    const begin = text.indexOf(piece)
    if (begin < 0) continue
    marked ??= new Uint8Array(text.length)
    mark(marked, begin, begin + piece.length, QUOTED)
  }
  return marked
}
