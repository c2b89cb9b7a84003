import { editBetween } from '../fields/field.ts'
import type { Suggestion } from '../suggest.ts'
import type { Range } from './excerpt.ts'

const order = <T extends Range>(ranges: readonly T[]): T[] =>
  ranges.toSorted((one, other) => one.begin - other.begin)

/** The changes of a suggestion, or the one that spans them where they do not lead to its text. */
export function changesOf(draft: string, { text, changes }: Suggestion): Suggestion['changes'] {
  let [built, at] = ['', 0]
  for (const change of order(changes)) {
    built += draft.slice(at, change.begin) + change.text
    at = change.end
  }
  built += draft.slice(at)
  return built === text && changes.length > 0 ? order(changes) : [editBetween(draft, text)]
}

/** Where the new words stand in the suggested text, without the spaces around them. */
export function newWords(draft: string, suggestion: Suggestion): Range[] {
  let moved = 0
  return changesOf(draft, suggestion).map(({ begin, end, text }) => {
    const space = text.length - text.trimStart().length
    const from = begin + moved + space
    moved += text.length - (end - begin)
    return { begin: from, end: from + text.trim().length }
  })
}
