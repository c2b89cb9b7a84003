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

/** A text in pieces: what stands between the given stretches, and of each of those what `show` makes of it. */
export function piecesOf<S extends { begin: number; end: number }, Piece>(
  text: string,
  stretches: readonly S[],
  show: (stretch: S) => Piece,
): (Piece | string)[] {
  let at = 0
  const found = stretches.flatMap((stretch) => {
    const before = text.slice(at, stretch.begin)
    at = stretch.end
    return [before, show(stretch)]
  })
  return [...found, text.slice(at)]
}
