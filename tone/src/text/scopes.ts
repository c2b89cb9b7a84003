import { isFirst, isSecond } from './persons.ts'
import type { Sentence } from './sentences.ts'
import type { Token } from './token.ts'

const NEGATIONS = new Set(
  "not no never nobody none nothing nowhere neither nor without hardly barely scarcely cannot n't nope".split(
    ' ',
  ),
)
/** "not only": what follows is said, and more. */
const LIFTS = new Set('only just merely'.split(' '))
const STOPS = new Set(', ; : . ! !! ? ?? ?! … ( ) - – — " “ ”'.split(' '))
const TURNS = new Set('but however though although yet because since so'.split(' '))
const REACH = 6

/** Tokens that a negation before them takes back, within its clause and at most six words. */
export function negated(
  tokens: readonly Token[],
  { begin, end }: Sentence,
  mark: (at: number) => void,
): void {
  let left = 0
  for (let at = begin; at < end; at++) {
    const { word, kind } = tokens[at]!
    if (kind === 'sign' ? STOPS.has(word) : TURNS.has(word)) left = 0
    else if (NEGATIONS.has(word)) left = LIFTS.has(tokens[at + 1]?.word ?? '') ? 0 : REACH
    else if (left > 0) {
      mark(at)
      left--
    }
  }
}

const SAYING = new Set(
  `said says say saying told tells telling called calls calling wrote writes writing texted yelled yells shouted shouts
  screamed muttered whispered answered replied commented posted tweeted typed messaged asked claims claimed insisted
  goes quote quoted quoting reads heard labelled labeled named nicknamed`.split(/\s+/),
)
const SAID_REACH = 14

/** True where somebody other than the writer speaks: "he called me", not "I told you". */
function speaksOther(tokens: readonly Token[], begin: number, at: number): boolean {
  const { word } = tokens[at]!
  for (let before = at - 1; before >= Math.max(begin, at - 3); before--) {
    if (word === 'heard' || word === 'quote') return true
    if (isFirst(tokens[before]!.word)) return /^(?:me|my)$/.test(tokens[before]!.word)
    if (/^(?:do|did|to|not|will|would|let)$/.test(tokens[before]!.word)) return false
  }
  return at > begin || word === 'quote'
}

/** Tokens after a verb of speech whose speaker is somebody else, to the end of the sentence. */
export function reported(
  tokens: readonly Token[],
  { begin, end }: Sentence,
  mark: (at: number) => void,
): void {
  for (let at = begin; at < end; at++) {
    const { word } = tokens[at]!
    const like = word === 'like' && /^(?:was|were|all|'s)$/.test(tokens[at - 1]?.word ?? '') && at - 1 > begin
    if (!like && !(SAYING.has(word) && speaksOther(tokens, begin, at))) continue
    const limit = Math.min(end, at + 1 + SAID_REACH)
    for (let said = at + 1; said < limit; said++) mark(said)
    at = limit - 1
  }
}

/** Tokens after "but" to the end of the sentence. */
export function afterBut(
  tokens: readonly Token[],
  { begin, end }: Sentence,
  mark: (at: number) => void,
): void {
  let on = false
  for (let at = begin; at < end; at++) {
    if (on) mark(at)
    const { word } = tokens[at]!
    if (word === 'but' || word === 'however' || word === 'yet' || word === 'though') on = true
  }
}

const IFS = new Set(
  'if unless imagine suppose supposing pretend whether hypothetically would could should might may'.split(
    ' ',
  ),
)

/** Tokens after "if", "imagine", "would" and their like, to the end of the clause. */
export function hypothetical(
  tokens: readonly Token[],
  { begin, end }: Sentence,
  mark: (at: number) => void,
): void {
  let on = false
  for (let at = begin; at < end; at++) {
    const { word, kind } = tokens[at]!
    if (kind === 'sign' && STOPS.has(word)) on = false
    if (on) mark(at)
    if (IFS.has(word)) on = true
  }
}

/** Who is meant: 2 where a word speaks to the reader, 1 where of the writer. */
export function personOf(word: string): number {
  return isSecond(word) ? 2 : isFirst(word) ? 1 : 0
}
