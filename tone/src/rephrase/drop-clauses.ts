import { BEGINS, clausesOf } from './clauses.ts'
import type { Change } from './moves.ts'
import { isOnlyInsult } from './only-insult.ts'
import type { Seen, Stretch } from './seen.ts'
import { isRude } from './words.ts'

const WORDS_AT_LEAST = 3

const long = (plain: string, { begin, end }: Stretch): boolean =>
  (plain.slice(begin, end).match(/[\p{L}\p{N}']+/gu)?.length ?? 0) >= WORDS_AT_LEAST

function dropIn(seen: Seen, sentence: Stretch): Change[] {
  const clauses = clausesOf(seen, sentence)
  if (clauses.length < 2) return []
  const empty = clauses.map((clause) => isOnlyInsult(seen, clause))
  const first = empty.indexOf(false)
  const last = empty.lastIndexOf(false)
  if (first < 0) return []
  const changes: Change[] = []
  const opening = clauses[first]!
  if (first > 0 && BEGINS.test(seen.plain.slice(opening.begin, sentence.end)))
    changes.push({ begin: sentence.begin, end: opening.begin, text: '' })
  const closing = clauses[last]!
  if (last < clauses.length - 1 && long(seen.plain, { begin: opening.begin, end: closing.end })) {
    let end = sentence.end
    while (end > closing.end && /[\s.!?…]/u.test(seen.text[end - 1]!)) end--
    const mark = /\?/.test(seen.text.slice(end, sentence.end)) ? sentence.end : end
    changes.push({ begin: closing.end, end: mark, text: mark > end ? '.' : '' })
  }
  return changes
}

/** Who is spoken to, behind what they are said to be: "You're a control freak, Martin." */
const CALLED = /^[,\s]*(\p{Lu}[\p{L}-]+)\s*[.!…]*\s*$/u

/** A sentence that says what somebody is and who: the name goes before the next one. */
function nameOnly(seen: Seen, sentence: Stretch, next: Stretch | undefined): Change | undefined {
  const comma = seen.plain.lastIndexOf(',', sentence.end - 1)
  if (!next || comma <= sentence.begin || !isOnlyInsult(seen, { begin: sentence.begin, end: comma }))
    return undefined
  const name = CALLED.exec(seen.text.slice(comma, sentence.end))?.[1]
  const first = seen.text.slice(next.begin, next.begin + 2)
  if (!name || isRude(name.toLowerCase()) || !/^\p{Lu}[\p{Ll}']/u.test(first) || /^I'/.test(first))
    return undefined
  const word = /^[\p{L}']+/u.exec(seen.text.slice(next.begin, next.end))![0]
  const text = OWN_CAPITAL.test(word) ? word : word.toLowerCase()
  return { begin: sentence.begin, end: next.begin + word.length, text: `${name}, ${text}` }
}
const OWN_CAPITAL = /^(?:I|I'.*|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mr|Mrs|Ms|Mum|Dad)$/

/** Clauses at either end of a sentence that say nothing but what somebody is, where the rest can stand alone. */
export const dropClauses = (seen: Seen): Change[] =>
  seen.sentences.flatMap((sentence, at) => {
    if (isOnlyInsult(seen, sentence)) return []
    const named = nameOnly(seen, sentence, seen.sentences[at + 1])
    return named ? [named] : dropIn(seen, sentence)
  })
