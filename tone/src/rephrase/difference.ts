import type { Change } from './moves.ts'

/** Words, spaces and signs, each a piece. */
const pieces = (text: string): string[] =>
  text.match(/[\p{L}\p{N}\p{M}'’]+|\s+|[^\p{L}\p{N}\p{M}'’\s]/gu) ?? []

/** Longest common run of two lists of pieces, as a table of lengths from each place on. */
function table(one: string[], other: string[]): Uint16Array {
  const width = other.length + 1
  const lengths = new Uint16Array((one.length + 1) * width)
  for (let at = one.length - 1; at >= 0; at--)
    for (let to = other.length - 1; to >= 0; to--)
      lengths[at * width + to] =
        one[at] === other[to]
          ? lengths[(at + 1) * width + to + 1]! + 1
          : Math.max(lengths[(at + 1) * width + to]!, lengths[at * width + to + 1]!)
  return lengths
}

function common(one: string, other: string): [head: number, tail: number] {
  const most = Math.min(one.length, other.length)
  let [head, tail] = [0, 0]
  while (head < most && one[head] === other[head]) head++
  // A word that only begins alike is another word; half of a character is none.
  while (head > 0 && !/\s/.test(one[head - 1]!)) head--
  while (tail < most - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++
  while (tail > 0 && !/\s/.test(one[one.length - tail]!)) tail--
  return [head, tail]
}

/** The fewest edits, word by word, that make one text of another. Offsets are UTF-16 units of the first. */
export function difference(before: string, after: string): Change[] {
  const [head, tail] = common(before, after)
  const one = pieces(before.slice(head, before.length - tail))
  const other = pieces(after.slice(head, after.length - tail))
  const lengths = table(one, other)
  const width = other.length + 1
  const changes: Change[] = []
  let open: Change | undefined
  const change = (begin: number): Change => {
    if (open?.end !== begin) {
      open = { begin, end: begin, text: '' }
      changes.push(open)
    }
    return open
  }
  for (let at = 0, to = 0, begin = head; at < one.length || to < other.length; ) {
    if (at < one.length && to < other.length && one[at] === other[to]) {
      begin += one[at++]!.length
      to++
      open = undefined
    } else if (
      to < other.length &&
      (at === one.length || lengths[at * width + to + 1]! >= lengths[(at + 1) * width + to]!)
    )
      change(begin).text += other[to++]
    else {
      const edit = change(begin)
      begin += one[at++]!.length
      edit.end = begin
    }
  }
  return joined(before, changes)
}

/** Edits with nothing but a space between them read as one. */
function joined(before: string, changes: readonly Change[]): Change[] {
  const kept: Change[] = []
  for (const change of changes) {
    const last = kept.at(-1)
    const between = last && before.slice(last.end, change.begin)
    if (last && between !== undefined && /^\s*$/.test(between)) {
      last.text += between + change.text
      last.end = change.end
    } else kept.push({ ...change })
  }
  return kept
}
