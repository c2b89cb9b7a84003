import type { Wording } from '../types.ts'
import type { Range } from './excerpt.ts'

/** Where the new words stand in the suggested text, without the spaces around them. */
export function newWords({ changes }: Wording): Range[] {
  let moved = 0
  return changes.map(({ begin, end, text }) => {
    const space = text.length - text.trimStart().length
    const from = begin + moved + space
    moved += text.length - (end - begin)
    return { begin: from, end: from + text.trim().length }
  })
}
