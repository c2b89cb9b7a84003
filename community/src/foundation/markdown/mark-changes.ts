/** A piece of rendered text: a tag stands for itself, a word or what is between words can be marked. */
interface Piece {
  text: string
  word: boolean
}

/** Comparing takes time by the product of both lengths; beyond this nothing is marked. */
const MOST_COMPARED = 4_000_000

function pieces(html: string): Piece[] {
  const found = html.match(/<[^>]*>|&[^;\s]+;|[^\s<&]+|[\s]+|&/g) ?? []
  return found.map((text) => ({ text, word: !/^(<|\s)/.test(text) }))
}

const wordsOf = (all: readonly Piece[]) => all.filter(({ word }) => word).map(({ text }) => text)

/** For each word of `mine`, whether `other` has it in the same order (longest common subsequence). */
function keptIn(mine: readonly string[], other: readonly string[]): boolean[] | undefined {
  let start = 0
  while (start < mine.length && start < other.length && mine[start] === other[start]) start++
  let end = 0
  while (
    end < mine.length - start &&
    end < other.length - start &&
    mine[mine.length - 1 - end] === other[other.length - 1 - end]
  )
    end++
  const rows = mine.length - start - end
  const columns = other.length - start - end
  if (rows * columns > MOST_COMPARED) return undefined
  const lengths = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1))
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--)
      lengths[row]![column] =
        mine[start + row] === other[start + column]
          ? lengths[row + 1]![column + 1]! + 1
          : Math.max(lengths[row + 1]![column]!, lengths[row]![column + 1]!)
  const kept = mine.map((_, index) => index < start || index >= mine.length - end)
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (mine[start + row] === other[start + column]) {
      kept[start + row] = true
      row++
      column++
    } else if (lengths[row + 1]![column]! >= lengths[row]![column + 1]!) row++
    else column++
  }
  return kept
}

/**
 * Marks the words of a rendered text that another rendering of it does not have.
 * @param html as `renderMarkdown` made it
 * @param as `ins` for what came, `del` for what went
 */
export function markChanges(html: string, other: string, as: 'ins' | 'del'): string {
  const mine = pieces(html)
  const kept = keptIn(wordsOf(mine), wordsOf(pieces(other)))
  if (!kept) return html
  let word = -1
  let open = false
  let out = ''
  // Space between two marked words is held back until it is known whether the mark goes on.
  let between = ''
  const close = () => {
    if (open) out += `</${as}>`
    open = false
    out += between
    between = ''
  }
  for (const { text, word: isWord } of mine) {
    if (!isWord && open && !text.startsWith('<')) {
      between += text
      continue
    }
    if (!isWord || kept[++word]) {
      close()
      out += text
      continue
    }
    if (!open) out += `<${as}>`
    open = true
    out += between + text
    between = ''
  }
  close()
  return out
}
