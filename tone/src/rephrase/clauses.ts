import type { Seen, Stretch } from './seen.ts'
import { pattern } from './words.ts'

/** What parts two clauses, with the word that joins them. */
const SEAM =
  /(?:\s*[;:,]\s+|\s+[–—-]+\s+|\s+(?=(?:and|but|because|so|cos|cause)(?:\s+(?:now|then))?\s+(?:i|i'm|i've|im|you|u|you're|youre|ur|your|you've|we|we're|it|it's|its|they|he|she|there|there's|this|that's|the|my|our|nobody|everyone|everybody)(?![\w'])))(?:(?:and|but|because|so|cos|cause|as|since|now|then)\s+)*/gu
/** What can begin what stands alone. */
export const BEGINS = pattern(
  "^\\W*(?:{subject}|all|both|half|no|not|nobody|somebody|someone|everybody|everyone|every|each|one|two|three|some|if|when|wait|stay|ban|buy|heal|share|bring|call|turn|hang|ring|learn|water|tell|go)(?![\\w'])",
  'u',
)
/** The clauses of a sentence, and the seams between. */
export function clausesOf({ plain }: Seen, { begin, end }: Stretch): Stretch[] {
  const clauses: Stretch[] = []
  let at = begin
  for (const seam of plain.slice(begin, end).matchAll(SEAM)) {
    clauses.push({ begin: at, end: begin + seam.index })
    at = begin + seam.index + seam[0].length
  }
  clauses.push({ begin: at, end })
  return clauses
}
