import { aboutTheIssue } from './about-the-issue.ts'
import { apart, compose } from './compose.ts'
import { difference } from './difference.ts'
import { dropInsult } from './drop-insult.ts'
import { dropSentences, leans } from './drop-sentences.ts'
import { iStatement } from './i-statement.ts'
import type { Change, Move } from './moves.ts'
import { question } from './question.ts'
import { type Seen, see } from './seen.ts'
import { softenAbsolute } from './soften-absolute.ts'
import { namesCalled } from './words.ts'

/** A message as it could read; nobody has looked yet whether it is any better. */
export interface Draft {
  text: string
  changes: Change[]
  move: Move
  /** Whether a name that somebody was called is gone. */
  called: boolean
}

type Rewriting = Exclude<Move, 'drop_insult'>

/** The moves that say something else, the most telling first. */
const rewriting: Record<Rewriting, (seen: Seen) => Change[]> = {
  issue: aboutTheIssue,
  i_statement: iStatement,
  question,
  soften_absolute: softenAbsolute,
}

/** Whether nothing is said that was not said before: then all that happened is that something was dropped. */
function isOnlyLess(before: string, after: string): boolean {
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? []
  const said = new Set(words(before))
  return words(after).every((word) => said.has(word))
}

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

/** Every way the moves know to say a message otherwise, as it stands and with its insults dropped. */
function draftsWith(seen: Seen, sentences: readonly Change[]): Draft[] {
  const words = dropInsult(seen)
  const bases = [[], words, sentences, [...sentences, ...words]].map((gone) => compose(seen, apart(gone)))
  const found = new Map<string, Draft>()
  const add = (text: string, move: Move) => {
    if (text === seen.text || found.has(text)) return
    const named = isOnlyLess(seen.text, text) ? 'drop_insult' : move
    const called = namesCalled(text) < namesCalled(seen.text)
    found.set(text, { text, move: named, called, changes: difference(seen.text, text) })
  }
  for (const base of new Set(bases)) {
    add(base, 'drop_insult')
    for (const { text, move } of base === seen.text
      ? rewritten(seen, [...sentences, ...words])
      : rewritten(see(base), []))
      add(text, move)
  }
  return [...found.values()]
}

/** Drafts that leave out what is nothing but insult, and say otherwise what has a kinder form. */
export function draftsOf(seen: Seen): Draft[] {
  const gone = dropSentences(seen)
  return draftsWith(seen, leans(seen, gone) ? [] : gone)
}
