import type { HonoRequest } from 'hono'
import { bodyCutOff, bodyTooLarge, busy, encodingUnknown, Refusal } from './refusal.ts'

/** Bytes of bodies that are being read at once, by one process. Beyond them callers come again in a moment. */
const AT_ONCE = 128 * 1024 * 1024
let beingRead = 0

const packed = new Set(['gzip', 'deflate'])

/** What arrives, unpacked. @throws Refusal for a packing that is not read here */
function unpacked(request: HonoRequest): ReadableStream<Uint8Array> | null {
  const { body } = request.raw
  const encoding = (request.header('content-encoding') ?? 'identity').trim().toLowerCase()
  if (!body || encoding === 'identity' || encoding === '') return body
  if (!packed.has(encoding)) throw encodingUnknown()
  return body.pipeThrough(new DecompressionStream(encoding as 'gzip'))
}

async function readWhole(stream: ReadableStream<Uint8Array>, atMost: number): Promise<string> {
  const decoder = new TextDecoder()
  let [text, size] = ['', 0]
  try {
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      beingRead += chunk.byteLength
      if (size > atMost) throw bodyTooLarge(atMost)
      if (beingRead > AT_ONCE) throw busy()
      text += decoder.decode(chunk, { stream: true })
    }
    return text + decoder.decode()
  } finally {
    beingRead -= size
  }
}

/** What says how long it is comes no longer than that, and is read in one go: three times as fast as piece by piece. */
async function readDeclared(request: HonoRequest, size: number): Promise<string> {
  beingRead += size
  try {
    if (beingRead > AT_ONCE) throw busy()
    return await request.text()
  } finally {
    beingRead -= size
  }
}

async function readAny(request: HonoRequest, atMost: number): Promise<string> {
  const declared = Number(request.header('content-length') ?? Number.NaN)
  if (declared > atMost) throw bodyTooLarge(atMost)
  if (declared >= 0 && request.header('content-encoding') === undefined)
    return readDeclared(request, declared)
  const stream = unpacked(request)
  return stream ? readWhole(stream, atMost) : ''
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
