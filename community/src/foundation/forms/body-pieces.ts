/**
 * The pieces of a body as they come, up to a size in bytes: whoever says it is small, or says nothing, is counted while it
 * comes.
 * @throws what `tooLarge` makes
 */
export async function* bodyPieces(
  body: ReadableStream<Uint8Array> | null,
  atMost: number,
  tooLarge: () => Error,
): AsyncGenerator<Uint8Array, void, undefined> {
  let size = 0
  for await (const piece of body ?? []) {
    size += piece.byteLength
    if (size > atMost) throw tooLarge()
    yield piece
  }
}
