import type { AttentionKind } from './kinds.ts'

const DAY = 86_400_000

/** What everything that interrupts a writer may do together. */
export const INTERRUPTIONS = { day: 3, week: 8 }
/** How long a kind sleeps that was dismissed twice in a row, in days. */
export const SLEEP_DAYS = 30
export const TIRED_AFTER = 2
/** Dismissed so often in a row, it is asked whether it should stay away for good. */
export const ASK_TO_END_AFTER = 3

/** What came of it: somebody did something with it, or did not want it. */
export type Outcome = 'heeded' | 'dismissed'

/** One time that something spoke. */
export interface Use {
  kind: string
  at: Date
  /** Nothing until it is known. */
  outcome: Outcome | null
  /** Whether it was too grave to count against the limits. */
  free: boolean
  /** Whether it kept still, because it was tried what happens without it. The limits count it all the same. */
  still: boolean
}

/** What a member chose. */
export interface AttentionChoices {
  /** "Just the conversation": nothing speaks. */
  quiet: boolean
  /** Kinds that stay away for good. */
  off: ReadonlySet<string>
}

/** Why something speaks, or does not. */
export type Answer = 'speak' | 'quiet' | 'off' | 'asleep' | 'spent'

/** What is grave speaks even where the budget is spent or the kind sleeps, never where a member wants none of it. */
export const speaksOfGrave = (answer: Answer): boolean => answer !== 'quiet' && answer !== 'off'

const ofKind = (uses: readonly Use[], kind: string): Use[] => uses.filter((use) => use.kind === kind)

/** How often in a row a kind was dismissed, up to now. What nobody answered says nothing. */
export function dismissedInRow(uses: readonly Use[], kind: string): number {
  const answered = ofKind(uses, kind)
    .filter(({ outcome }) => outcome !== null)
    .sort((one, other) => other.at.getTime() - one.at.getTime())
  const heeded = answered.findIndex(({ outcome }) => outcome === 'heeded')
  return heeded < 0 ? answered.length : heeded
}

/** Until when a kind sleeps; nothing where it is awake. */
export function sleepsUntil(uses: readonly Use[], kind: string, now: Date): Date | undefined {
  if (dismissedInRow(uses, kind) < TIRED_AFTER) return undefined
  const last = Math.max(
    ...ofKind(uses, kind)
      .filter(({ outcome }) => outcome === 'dismissed')
      .map(({ at }) => at.getTime()),
  )
  const until = new Date(last + SLEEP_DAYS * DAY)
  return until > now ? until : undefined
}

function isSpent(uses: readonly Use[], limits: AttentionKind['limits'], now: Date): boolean {
  const within = (days: number): number =>
    uses.filter(({ at, free }) => !free && at.getTime() > now.getTime() - days * DAY).length
  const { day = Number.POSITIVE_INFINITY, week = Number.POSITIVE_INFINITY } = limits
  return within(1) >= day || within(7) >= week
}

/**
 * Whether a kind may speak to a member now. A day is the last 24 hours and a week the last seven days: no midnight gives two days'
 * share within an hour.
 * @param uses of this member, of at least the last 30 days
 * @param interrupting names of all kinds that interrupt
 */
export function mayAsk(
  kind: AttentionKind,
  {
    uses,
    choices,
    interrupting,
  }: { uses: readonly Use[]; choices: AttentionChoices; interrupting: ReadonlySet<string> },
  now: Date,
): Answer {
  if (choices.quiet) return 'quiet'
  if (choices.off.has(kind.name)) return 'off'
  if (sleepsUntil(uses, kind.name, now)) return 'asleep'
  if (isSpent(ofKind(uses, kind.name), kind.limits, now)) return 'spent'
  const others = uses.filter((use) => interrupting.has(use.kind))
  return kind.interrupts && isSpent(others, INTERRUPTIONS, now) ? 'spent' : 'speak'
}

const MONTH = 30 * DAY

/** What a kind did within the last thirty days. */
export const usesThisMonth = (uses: readonly Use[], kind: string, now: Date): Use[] =>
  ofKind(uses, kind).filter(({ at }) => at.getTime() > now.getTime() - MONTH)
