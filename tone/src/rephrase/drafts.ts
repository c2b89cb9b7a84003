import { aboutTheIssue } from './about-the-issue.ts'
import { apart, compose } from './compose.ts'
import { dropClauses } from './drop-clauses.ts'
import { dropInsult } from './drop-insult.ts'
import { dropSentences, leans } from './drop-sentences.ts'
import { iStatement } from './i-statement.ts'
import type { Change, Move } from './moves.ts'
import { question } from './question.ts'
import { ofEach, type Seen, see, wordsOf } from './seen.ts'
import { softenAbsolute } from './soften-absolute.ts'

/** A message as it could read; nobody has looked yet whether it is any better. */
export interface Draft {
  seen: Seen
  move: Move
  /** Whether sentences went for what they read alone: what else they told went with them. */
  byReading: boolean
  /** Whether all that went are sentences and clauses that say nothing but what somebody is. */
  judged: boolean
}

type Rewriting = Exclude<Move, 'drop_insult'>

/** The moves that say something else, the most telling first. */
const rewriting: Record<Rewriting, (seen: Seen) => Change[]> = {
  issue: aboutTheIssue,
  i_statement: iStatement,
  question,
  soften_absolute: softenAbsolute,
}

const said = ofEach(({ text }) => new Set(wordsOf(text)))

/** Whether nothing is said that was not said before: then all that happened is that something was dropped. */
export const isOnlyLess = (before: Seen, after: Seen): boolean =>
  [...said(after)].every((word) => said(before).has(word))

/**
 * What the rewriting moves make of a message: each alone, with the others, with what is gone beside it, and its second
 * choice where two rules fit one place.
 */
function* rewritten(seen: Seen, gone: readonly Change[]): Generator<{ text: string; move: Move }> {
  const made = (Object.keys(rewriting) as Rewriting[]).map((move) => ({
    move,
    changes: rewriting[move](seen),
  }))
  for (const { move, changes } of made) {
    if (changes.length === 0) continue
    const first = apart(changes)
    const second = changes.filter((change) => !first.includes(change))
    const rest = made.filter((one) => one.move !== move).flatMap((one) => one.changes)
    yield { move, text: compose(seen, first) }
    yield { move, text: compose(seen, apart([...changes, ...rest])) }
    if (gone.length > 0) yield { move, text: compose(seen, apart([...changes, ...gone])) }
    if (second.length > 0) yield { move, text: compose(seen, apart(second)) }
  }
}

/**
 * Every way the moves know to say a message otherwise, as it stands and with its insults dropped: sentences that are
 * nothing else, words, both, and sentences that hurt when they are read alone.
 *
 * @param hurting what `dropHurting` found
 */
export function draftsOf(seen: Seen, hurting: readonly Change[] = []): Draft[] {
  const dropped = dropSentences(seen)
  const sentences = leans(seen, dropped) ? [] : dropped
  const words = dropInsult(seen)
  const read = hurting.length > 0 ? [hurting, [...hurting, ...sentences, ...words]] : []
  const bases = [[], words, sentences, [...sentences, ...words]].map((gone) => compose(seen, apart(gone)))
  const basesByReading = read.map((gone) => compose(seen, apart(gone)))
  const judged = compose(seen, apart([...sentences, ...dropClauses(seen)]))
  const found = new Map<string, Draft>()
  const add = (text: string, move: Move, byReading: boolean): Seen => {
    const known = text === seen.text ? seen : found.get(text)?.seen
    if (known) return known
    const after = see(text)
    found.set(text, {
      seen: after,
      move: isOnlyLess(seen, after) ? 'drop_insult' : move,
      byReading,
      judged: text === judged,
    })
    return after
  }
  for (const text of new Set([...bases, ...basesByReading])) {
    const byReading = !bases.includes(text)
    const base = add(text, 'drop_insult', byReading)
    const gone = base === seen ? [...sentences, ...words] : []
    for (const draft of rewritten(base, gone)) add(draft.text, draft.move, byReading)
  }
  return [...found.values()]
}
