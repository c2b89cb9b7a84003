const DAY = 86_400_000
/** Lines on a steward's morning. */
export const WORTH_SHOWN = 5
/** How far back it looks for what nobody has remarked on. */
export const WORTH_MILLISECONDS = 7 * DAY
/** Answers that are read for it, newest first: a morning need not read a week. */
export const WORTH_READ = 80
/** Answers in the corner one visits; there is no total. */
export const UNSAID_SHOWN = 3
/** Answers that are looked at for it: several may stand in one thread. */
export const UNSAID_READ = 20
/** How far back the corner looks. */
export const UNSAID_MILLISECONDS = 30 * DAY

type Scores = Partial<Record<string, number>>

const warm = ['encouragement', 'empathy', 'offer_of_help'] as const
const hard = ['toxicity', 'insult', 'threat', 'hostility', 'condescension', 'dismissal', 'sarcasm'] as const
/**
 * From where on an answer is brought to a steward, who looks themselves. Low, because quiet kindness reads faintly: in the
 * sample community "I was the brother with the chart" has .34 of empathy. A false one costs a glance.
 */
const KIND = 0.2
const HARD = 0.3

/** How kind an answer reads; undefined where it does not, or where something in it may hurt. It lifts nothing by itself. */
export function kindness(scores: Scores): number | undefined {
  const most = (names: readonly string[]) => Math.max(...names.map((name) => scores[name] ?? 0))
  const kind = most(warm)
  return kind >= KIND && most(hard) < HARD ? kind : undefined
}

/** The kindest, one for each writer: it is a list of words, not of people. */
export function worthAWord<One extends { writer: string; kind: number; id: string }>(
  read: readonly One[],
): One[] {
  const sorted = [...read].sort((a, b) => b.kind - a.kind || (a.id < b.id ? -1 : 1))
  const seen = new Set<string>()
  return sorted.filter(({ writer }) => !seen.has(writer) && seen.add(writer)).slice(0, WORTH_SHOWN)
}
