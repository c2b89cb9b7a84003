import { classed, classedPattern } from './classed.ts'
import { clausesOf } from './clauses.ts'
import { judgements } from './judgements.ts'
import { patternFor } from './needs.ts'
import { COVER, type Seen, type Stretch } from './seen.ts'

/** What people say before they judge. */
const BEFORE =
  /^\W*(?:(?:sorry|excuse me|i'm sorry|im sorry|honestly|look|listen|seriously|frankly|with (?:all due )?respect|no offen[cs]e|face it|clearly|obviously|and|but|well|miss|sir|dude|bro|mate|man|lol|omg|god|wow|jesus|like|shut up|grow up|ffs|wtf|my god|good god|i swear|hey|oi|for (?:god|fuck|christ|heaven)'s sake)(?:,| but|)\s)+/u
const patterns = judgements.map((source) => patternFor(source, undefined, classedPattern))

/** What asks for something says something, whatever else it says. */
const ASKS = /\b(?:please|can you|could you|would you)\b/

function judges(seen: Seen, { begin, end }: Stretch): boolean {
  const plain = seen.plain.slice(begin, end)
  if (plain.length > 200 || plain.includes(COVER) || ASKS.test(plain)) return false
  // Mostly there is nothing before, and both are the same.
  const ways = [...new Set([plain, plain.replace(BEFORE, '')])].map(classed)
  return patterns.some((patternIn) => {
    const find = patternIn(seen)
    return find !== undefined && ways.some((way) => find.test(way))
  })
}

/** Whether a sentence, or each of its clauses, says nothing but what somebody is. */
export function isOnlyInsult(seen: Seen, stretch: Stretch): boolean {
  if (judges(seen, stretch)) return true
  const clauses = clausesOf(seen, stretch)
  return clauses.length > 1 && clauses.every((clause) => judges(seen, clause))
}
