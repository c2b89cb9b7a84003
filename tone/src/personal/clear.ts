import { normalise, originalEnd } from '../text/normalise.ts'

/** A text without disguises, its capitals kept, with the way back to the original. */
export interface Clear {
  text: string
  lower: string
  /** `text` with web addresses blanked out: figures in them are nobody's number. */
  numbers: string
  /** Where a stretch of `text` stands in the original. */
  place(begin: number, end: number): { begin: number; end: number }
}

const ASCII = /^[\0-\x7f]*$/
const OTHERS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u2010-\u2015\u2212\u201c-\u201e\u2018\u201a]/g
const LINKS = /\b(?:https?:\/\/|www\.)(?!wa\.me)[^\s<>"]+/gi

/** Figures of other scripts, every kind of dash and quotation mark, one unit for one. */
function plain(character: string): string {
  const code = character.charCodeAt(0)
  if (code === 0x2018 || code === 0x201a) return "'"
  if (code >= 0x201c && code <= 0x201e) return '"'
  if (code >= 0x2010) return '-'
  const zero = code >= 0x966 ? 0x966 : code >= 0x6f0 ? 0x6f0 : 0x660
  return String(code - zero)
}

/** Puts capitals back, as long as a capital takes one unit. */
function withCapitals(lower: string, capitals: Uint8Array): string {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < lower.length; at++) {
    if (!capitals[at]) continue
    const capital = lower[at]!.toUpperCase()
    if (capital.length !== 1) continue
    parts.push(lower.slice(from, at), capital)
    from = at + 1
  }
  return parts.join('') + lower.slice(from)
}

/** Takes look-alikes, invisible characters and foreign figures out of a text. Never fails. */
export function clear(original: string): Clear {
  const blank = (text: string) => text.replace(LINKS, (link) => '\u0001'.repeat(link.length))
  if (ASCII.test(original))
    return {
      text: original,
      lower: original.toLowerCase(),
      numbers: blank(original),
      place: (begin, end) => ({ begin, end }),
    }
  const normal = normalise(original)
  const lower = normal.text.replace(OTHERS, plain)
  const text = withCapitals(lower, normal.capitals)
  return {
    text,
    lower,
    numbers: blank(text),
    place: (begin, end) => ({ begin: normal.offsets[begin]!, end: originalEnd(normal, end) }),
  }
}

/** Up to `length` units before a place, back to where its line begins. */
export function before(text: string, at: number, length: number): string {
  const part = text.slice(Math.max(0, at - length), at)
  return part.slice(part.lastIndexOf('\n') + 1)
}

/** Up to `length` units behind a place, until its line ends. */
export function after(text: string, at: number, length: number): string {
  const part = text.slice(at, at + length)
  const line = part.indexOf('\n')
  return line < 0 ? part : part.slice(0, line)
}
