import { isLowHalf } from '../low-half.ts'

export interface Range {
  begin: number
  end: number
}

/** A stretch of what is shown, marked or not. */
export interface Stretch {
  text: string
  marked: boolean
}

/** Units shown around what is marked, about, and of one marked stretch at most. */
const BEFORE = 28
const AFTER = 34
const LONGEST = 160
const PLACES_AT_MOST = 3
export const CUT = '…'

const SENTENCE_END = /[.!?。！？\n]\s*$/u

/** Back from `at`: to the beginning of its sentence if that is near, else to that of a word. */
function beginOf(text: string, at: number): number {
  const floor = Math.max(0, at - BEFORE)
  for (let begin = at; begin >= floor; begin--)
    if (begin === 0 || SENTENCE_END.test(text.slice(Math.max(0, begin - 3), begin))) return begin
  const gap = text.slice(floor, at).search(/\s/u)
  if (gap >= 0) return floor + gap + 1
  return isLowHalf(text, floor) ? floor + 1 : floor
}

/** On from `at`: to the end of a word, or of the text if that is near. */
function endOf(text: string, at: number): number {
  const roof = at + AFTER
  if (roof >= text.length) return text.length
  const shown = text.slice(at, roof)
  const line = shown.indexOf('\n')
  if (line >= 0) return at + line
  const gap = shown.search(/\s\S*$/u)
  if (gap >= 0) return at + gap
  return isLowHalf(text, roof) ? roof - 1 : roof
}

/** In order, within the text, none overlapping. */
function tidy(ranges: readonly Range[], length: number): Range[] {
  const found: Range[] = []
  for (const { begin, end } of ranges.toSorted((one, other) => one.begin - other.begin)) {
    const range = { begin: Math.max(0, begin), end: Math.min(end, length) }
    const last = found.at(-1)
    if (last && range.begin <= last.end) last.end = Math.max(last.end, range.end)
    else if (range.end >= range.begin && range.begin <= length) found.push(range)
  }
  return found
}

function windowsOf(text: string, ranges: Range[]): Range[] {
  const windows = ranges.map(({ begin, end }) => ({
    begin: beginOf(text, begin),
    end: endOf(text, Math.min(end, begin + LONGEST)),
  }))
  return tidy(windows, text.length).slice(0, PLACES_AT_MOST)
}

/**
 * A text, shortened around what is marked in it and what has to be seen besides, with an ellipsis wherever something is
 * left out.
 */
export function excerpt(text: string, marked: readonly Range[], seen: readonly Range[] = []): Stretch[] {
  const ranges = tidy(marked, text.length)
  const places = tidy([...ranges, ...seen], text.length)
  const windows = windowsOf(text, places.length > 0 ? places : [{ begin: 0, end: 0 }])
  const shown: Stretch[] = []
  const put = (piece: string, isMarked: boolean) => {
    const last = shown.at(-1)
    if (piece === '') return
    if (last?.marked === isMarked) last.text += piece
    else shown.push({ text: piece, marked: isMarked })
  }
  let reached = 0
  for (const window of windows) {
    if (text.slice(reached, window.begin).trim() !== '') put(reached === 0 ? `${CUT} ` : ` ${CUT} `, false)
    let at = window.begin
    for (const { begin, end } of ranges) {
      if (end <= window.begin || begin >= window.end) continue
      put(text.slice(at, Math.max(at, begin)), false)
      put(text.slice(Math.max(at, begin), Math.min(end, window.end)), true)
      at = Math.min(end, window.end)
    }
    put(text.slice(at, window.end), false)
    reached = window.end
  }
  if (text.slice(reached).trim() !== '') put(` ${CUT}`, false)
  return shown
}
