import { BEGINS, clausesOf } from './clauses.ts'
import type { Change } from './moves.ts'
import { isOnlyInsult } from './only-insult.ts'
import { ofEach, type Seen, type Stretch } from './seen.ts'
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
  if (first > 0 && BEGINS.test(seen.plain.slice(opening.begin, sentence.end))) {
    const spoken =
      first === 1 && spokenOf(seen, sentence, { begin: opening.begin, end: sentence.end }, clauses[0])
    changes.push(spoken || { begin: sentence.begin, end: opening.begin, text: '' })
  }
  const closing = clauses[last]!
  if (last < clauses.length - 1 && long(seen.plain, { begin: opening.begin, end: closing.end })) {
    let end = sentence.end
    while (end > closing.end && /[\s.!?…]/u.test(seen.text[end - 1]!)) end--
    const mark = /\?/.test(seen.text.slice(end, sentence.end)) ? sentence.end : end
    changes.push({
      begin: closing.end,
      end: mark,
      text: mark > end ? endOf(seen.plain.slice(opening.begin, closing.end)) : '',
    })
  }
  return changes
}

/** How what is left of a question ends. */
export const endOf = (plain: string): string => (ASKS_STILL.test(plain) ? '?' : '.')
const ASKS_STILL =
  /^\W*(?:and |but |so |well,? )*(?:who|what|why|how|where|when|which|did|do|does|can|could|would|will|is|are|was|were|have|has|should)(?![\w'])/u

/** Who is spoken to, behind what they are said to be: "You're a control freak, Martin." */
const CALLED = /^[,\s]*(\p{Lu}[\p{L}-]+)\s*[.!…]*\s*$/u

const SALUTATION = /^\s*(?:dear|hi|hello|hey|good morning) [^,.!?]{2,30},\s*/u
const SUBJECT =
  /^\s*((?:your|ur|the|our|my|this|that|these|those) [\p{L}-]+(?: [\p{L}-]+)?)(?= (?:is|are|was|were) )/u
const PRONOUN = /^(?:he|she|they|it)(?='ve |'ll | )/iu

/** The next sentence's first word, small unless it is always written with a capital. */
function firstWord({ text }: Seen, { begin, end }: Stretch): { word: string; small: string } {
  const word = /^[\p{L}']*/u.exec(text.slice(begin, end))![0]
  return { word, small: OWN_CAPITAL.test(word) ? word : word.toLowerCase() }
}

/** "You're a control freak, Martin. Let others …" is "Martin, let others …"; a salutation stays likewise. */
function calledOnly(seen: Seen, sentence: Stretch, next: Stretch): Change | undefined {
  const { word, small } = firstWord(seen, next)
  if (!/^\p{Lu}/u.test(word)) return undefined
  const greeting = SALUTATION.exec(seen.plain.slice(sentence.begin, sentence.end))?.[0]
  if (greeting && isOnlyInsult(seen, { begin: sentence.begin + greeting.length, end: sentence.end }))
    return { begin: sentence.begin + greeting.length, end: next.begin + word.length, text: small }
  const comma = seen.plain.lastIndexOf(',', sentence.end - 1)
  if (comma <= sentence.begin || !isOnlyInsult(seen, { begin: sentence.begin, end: comma })) return undefined
  const name = CALLED.exec(seen.text.slice(comma, sentence.end))?.[1]
  if (!name || isRude(name.toLowerCase())) return undefined
  return { begin: sentence.begin, end: next.begin + word.length, text: `${name}, ${small}` }
}

/** "Your courier is a liar. He never rang." is "Your courier never rang." */
function spokenOf(seen: Seen, sentence: Stretch, next: Stretch, judged = sentence): Change | undefined {
  const subject = SUBJECT.exec(seen.plain.slice(sentence.begin, sentence.end))?.[1]
  const pronoun = PRONOUN.exec(seen.plain.slice(next.begin, next.end))?.[0]
  if (!subject || !pronoun || !isOnlyInsult(seen, judged)) return undefined
  const begin = seen.plain.indexOf(subject, sentence.begin)
  const text = seen.text.slice(begin, begin + subject.length)
  const whole = /^'(?:ve|ll) /u.exec(seen.plain.slice(next.begin + pronoun.length))?.[0]
  const verb = whole ? (whole === "'ve " ? ' have ' : ' will ') : ''
  return { begin: sentence.begin, end: next.begin + pronoun.length + (whole?.length ?? 0), text: text + verb }
}

const OWN_CAPITAL = /^(?:I|I'.*|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mr|Mrs|Ms|Mum|Dad)$/

/** Clauses at either end of a sentence that say nothing but what somebody is, where the rest can stand alone. */
export const dropClauses = ofEach((seen): Change[] =>
  seen.sentences.flatMap((sentence, at) => {
    const next = seen.sentences[at + 1]
    const joined = next && (calledOnly(seen, sentence, next) ?? spokenOf(seen, sentence, next))
    if (joined) return [joined]
    return isOnlyInsult(seen, sentence) ? [] : dropIn(seen, sentence)
  }),
)
