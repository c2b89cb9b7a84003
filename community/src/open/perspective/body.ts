import type { HonoRequest } from 'hono'
import { bodyPieces } from '../../foundation/forms/body-pieces.ts'
import { bodyCutOff, bodyTooLarge, busy, encodingUnknown, Refusal } from './refusal.ts'

/** Bytes of one request, alone or in a batch: its comment, and a context that nobody reads. */
export const BODY_AT_MOST = 4 * 1024 * 1024
/** Bytes of a batch: a thousand of the longest comments. */
export const BATCH_AT_MOST = 32 * 1024 * 1024

/** Bytes of bodies that are being read at once, by one process. Beyond them callers come again in a moment. */
const AT_ONCE = 128 * 1024 * 1024
let beingRead = 0

/** Bytes of a body that is never kept waiting. Who says before that it is no longer is read in one go, three times as fast. */
const SMALL = 64 * 1024

const packed = new Set(['gzip', 'deflate'])

/** What arrives, unpacked. @throws Refusal for a packing that is not read here */
function unpacked(request: HonoRequest): ReadableStream<Uint8Array> | null {
  const { body } = request.raw
  const encoding = (request.header('content-encoding') ?? 'identity').trim().toLowerCase()
  if (!body || encoding === 'identity' || encoding === '') return body
  if (!packed.has(encoding)) throw encodingUnknown()
  return body.pipeThrough(new DecompressionStream(encoding as 'gzip'))
}

/** What counts is what came: a length that was only declared costs nothing, and keeps nobody out. */
async function readInPieces(stream: ReadableStream<Uint8Array> | null, atMost: number): Promise<string> {
  const decoder = new TextDecoder()
  let [text, size] = ['', 0]
  try {
    for await (const piece of bodyPieces(stream, atMost, () => bodyTooLarge(atMost))) {
      size += piece.byteLength
      beingRead += piece.byteLength
      if (beingRead > AT_ONCE && size > SMALL) throw busy()
      text += decoder.decode(piece, { stream: true })
    }
    return text + decoder.decode()
  } finally {
    beingRead -= size
  }
}

async function readAny(request: HonoRequest, atMost: number): Promise<string> {
  const declared = Number(request.header('content-length') ?? Number.NaN)
  if (declared > atMost) throw bodyTooLarge(atMost)
  // No more comes than was declared.
  if (declared <= SMALL && request.header('content-encoding') === undefined) return request.text()
  return readInPieces(unpacked(request), atMost)
}

/**
 * The body of a request as text.
 * @param atMost bytes, unpacked
 * @throws Refusal where it is larger, packed otherwise than is read here, or cut off
 */
export async function readBody(request: HonoRequest, atMost: number): Promise<string> {
  try {
    return await readAny(request, atMost)
  } catch (error) {
    // Whoever hangs up in the middle, or packs badly, is no fault of this server.
    throw error instanceof Refusal ? error : bodyCutOff()
  }
}
