// Browsers use this file as well.

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
