import { type Harm, harms, type Move, type Reading } from '@kindling/tone'

/** What is said of a reading: that there is no verdict, none is needed, or what a pause would be for. */
export const verdicts = ['unmeasured', 'noPause', 'pauseAny', ...harms] as const
export type Verdict = (typeof verdicts)[number]

/** What the page tells its script, in its language: what to say, and where the readers lie. */
export interface Told {
  verdicts: Record<Verdict, string>
  moves: Record<Move, string>
  careful: { loading: string; ready: string; failed: string }
  quick: string
  carefulModel: string
  worker: string
  /** Addresses of the models of other languages, by tag. */
  languages: Record<string, string>
}

export function verdictOf({ pause, why, language }: Reading): Verdict {
  if (!language.measured) return 'unmeasured'
  if (!pause) return 'noPause'
  return (why.attribute satisfies Harm | null) ?? 'pauseAny'
}

/** A score as it is written. */
export const digits = (score: number | undefined): string => score?.toFixed(2) ?? '–'

/** A score in hundredths: how far its bar reaches. */
export const reach = (score: number | undefined): number => Math.round((score ?? 0) * 100)
