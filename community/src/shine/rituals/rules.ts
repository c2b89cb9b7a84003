const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What a ritual is. `round`: everybody invited gets a turn. `other`: made up here, after a recipe or without one. */
export const ritualKinds = ['thank-you', 'appreciation', 'wins', 'round', 'other'] as const
export type RitualKind = (typeof ritualKinds)[number]

/**
 * waiting: its host has not begun it, or its time has not come. open: people write. gathered: it closed with three voices or more.
 * quiet: it closed with fewer. missed: nobody began it. called-off: the ritual was put to rest before.
 */
export type OccasionState = 'waiting' | 'open' | 'gathered' | 'quiet' | 'missed' | 'called-off'

export const NAME_LENGTH = 60
export const ASKS_LENGTH = 400
/** Days one can stay open: none meets the next one, for they are a week apart at least. */
export const openDays = [1, 2, 3, 5] as const
/** With fewer people a ritual closes without a summary. */
export const VOICES = 3
/** After so many quiet ones in a row, who looks after it is asked. */
export const QUIET_IN_ROW = 2
/** Of what people agreed to show. */
export const GATHERED = 3
/** In a place of twelve writers; more from fifty on (START-2). */
export const RITUALS_IN_A_ROOM = 2
/** People in one round, its host included: each is read before anybody discusses. */
export const ROUND_SIZE = 12

/** A host is asked so long before. */
export const ASKED_BEFORE = 4 * DAY
/** And reminded once, so long before, if they have had a day to answer. */
export const REMINDED_BEFORE = DAY
/** Whoever begins late still leaves a whole day. */
const LEAST_OPEN = DAY
/** A first entry whose ritual could not open waits no longer than this. */
const KEPT_FOR_A_TURN = 14 * DAY

/** When one that opens now closes. */
export function closesAt(dueAt: Date, days: number, openedAt: Date): Date {
  return new Date(Math.max(dueAt.getTime() + days * DAY, openedAt.getTime() + LEAST_OPEN))
}

/** When one that nobody has begun is over. */
export function missedAt(dueAt: Date, days: number, isWritten: boolean): Date {
  return new Date(dueAt.getTime() + (isWritten ? KEPT_FOR_A_TURN : days * DAY))
}

/** Whether a host who has not answered is reminded now. */
export function isTimeToRemind(dueAt: Date, askedAt: Date, now: Date): boolean {
  return (
    dueAt.getTime() - REMINDED_BEFORE <= now.getTime() && askedAt.getTime() + REMINDED_BEFORE <= now.getTime()
  )
}

/** What becomes of one that closes with the words of so many people. */
export const closedWith = (voices: number): 'gathered' | 'quiet' => (voices >= VOICES ? 'gathered' : 'quiet')

export type Turn = 'waiting' | 'spoke' | 'passed'

/** Nobody waits longer than half of it for somebody's turn: who has not spoken by then has passed. */
export function turnsAt(
  turns: ReadonlyMap<string, Turn>,
  open: { openedAt: Date; closesAt: Date },
  now: Date,
): Map<string, Turn> {
  const half = (open.openedAt.getTime() + open.closesAt.getTime()) / 2
  const isOver = now.getTime() >= half
  return new Map([...turns].map(([id, turn]) => [id, turn === 'waiting' && isOver ? 'passed' : turn]))
}

/** What somebody may write in a round now. */
export type RoundAnswer = 'their-turn' | 'discuss' | 'not-yet' | 'had-it' | 'read-first'

/**
 * The rule of the round: until everybody invited has spoken or passed, each of them writes once and nobody answers; then whoever has
 * read them all may discuss.
 */
export function roundAnswer(
  turns: ReadonlyMap<string, Turn>,
  memberId: string,
  { isAnswer, hasRead }: { isAnswer: boolean; hasRead: boolean },
): RoundAnswer {
  if ([...turns.values()].every((turn) => turn !== 'waiting')) return hasRead ? 'discuss' : 'read-first'
  const turn = turns.get(memberId)
  if (turn === 'waiting') return isAnswer ? 'not-yet' : 'their-turn'
  return turn === undefined ? 'not-yet' : 'had-it'
}
