/** Words that tell what stands beside them, found once for a whole text. */
export interface Mark<Name extends string> {
  begin: number
  end: number
  name: Name
}

/** Small letters of the Latin script, spelled out: expressions with letters by their property are slow to make. */
const LETTER = 'a-zß-öø-ɏ'

/** One expression of many lists of words, each a named group; `\\p{L}` in them stands for a small Latin letter. */
export function wordsOf(lists: Record<string, string>): RegExp {
  const parts = Object.entries(lists).map(([name, words]) => `(?<${name}>${words})`)
  const words = parts.join('|').replaceAll('\\p{L}', `[${LETTER}]`)
  return new RegExp(`(?:(?<![${LETTER}\\d])|(?='s))(?:${words})(?![${LETTER}\\d])`, 'g')
}

/** All marks of a text in lower case, in order. */
export function marksOf<Name extends string>(lower: string, words: RegExp): Mark<Name>[] {
  const marks: Mark<Name>[] = []
  for (const match of lower.matchAll(words)) {
    const groups = match.groups ?? {}
    for (const name in groups)
      if (groups[name] !== undefined)
        marks.push({ begin: match.index, end: match.index + match[0].length, name: name as Name })
  }
  return marks
}

/** How many marks end at or before a place. */
function countBefore(marks: readonly Mark<string>[], at: number): number {
  let [low, high] = [0, marks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (marks[middle]!.end <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** The marks that end at most `within` units before a place, on its line, the nearest first. */
export function* marksBefore<Name extends string>(
  text: string,
  marks: readonly Mark<Name>[],
  at: number,
  within: number,
): Generator<Mark<Name>> {
  for (let index = countBefore(marks, at) - 1; index >= 0; index--) {
    const mark = marks[index]!
    if (at - mark.end > within || text.slice(mark.end, at).includes('\n')) return
    yield mark
  }
}

/** The marks that begin at most `within` units behind a place, on its line, the nearest first. */
export function* marksAfter<Name extends string>(
  text: string,
  marks: readonly Mark<Name>[],
  at: number,
  within: number,
): Generator<Mark<Name>> {
  for (let index = countBefore(marks, at); index < marks.length; index++) {
    const mark = marks[index]!
    if (mark.begin < at) continue
    if (mark.begin - at > within || text.slice(at, mark.begin).includes('\n')) return
    yield mark
  }
}
