/** What somebody who reports would like to happen (MEND-1). */
export const wishes = ['note', 'help-talk', 'act'] as const
export type Wish = (typeof wishes)[number]

/**
 * open: nobody has decided. hidden: out of sight, its author knows why and may ask again.
 * fine: nothing was needed. restored: it was hidden and is back.
 */
export const caseStates = ['open', 'hidden', 'fine', 'restored'] as const
export type CaseState = (typeof caseStates)[number]

/** hide, restore, fine and keep change a case; a note and an answer leave it as it is. */
export const decisionKinds = ['hide', 'restore', 'fine', 'keep', 'note', 'answer'] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** What an author says about something hidden: "I have changed it" or "this seems wrong". */
export const authorSays = ['changed', 'wrong'] as const
export type AuthorSays = (typeof authorSays)[number]

/** What a sentence to start from leaves open; nobody sends it like that. */
export const GAP = '“…”'

export const NOTE_LENGTH = 500
export const REASON_LENGTH = 600
/** Lines that may go along with a report in one request; a feature may offer fewer. */
export const BESIDE_MOST = 20
/** So long after a decision its author may ask for another look at words that are copied; then the copies are erased. */
export const COPIES_KEPT_DAYS = 30
/** Lines of each kind on the Today page: more would be a backlog, not a morning. */
export const LINES_TODAY = 5
/** So long a member counts as new. */
export const FIRST_DAYS = 7
/** A question older than this is no longer waiting; it has gone quiet. */
export const WAITING_DAYS = 14
export const REPORTS_A_DAY = 12
export const ASKS_A_DAY = 5

/** What may be done with a case in this state; a note is possible while it can still change. */
export function openSteps(state: CaseState, asked: boolean, answersOwed: boolean): DecisionKind[] {
  const answer: DecisionKind[] = answersOwed ? ['answer'] : []
  if (state === 'open') return ['hide', 'fine', 'note']
  if (state === 'hidden')
    return asked ? ['restore', 'keep', 'note', ...answer] : ['restore', 'note', ...answer]
  return answer
}

/** The state a decision leads to; undefined where it changes nothing. */
export function stateAfter(what: DecisionKind): CaseState | undefined {
  if (what === 'hide' || what === 'keep') return 'hidden'
  if (what === 'restore') return 'restored'
  return what === 'fine' ? 'fine' : undefined
}

/** Words as they are kept: without characters that no database takes or no person types. */
export function tidyWords(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed().trim()
}
