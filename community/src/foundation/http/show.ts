import { transcode } from 'node:buffer'
import type { AppContext } from './request.ts'

type Status = 200 | 201 | 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503

/** Room for a page of ours; a longer one is encoded on its own. */
const scratch = Buffer.allocUnsafeSlow(1 << 20)

/**
 * A page as it travels. Node.js encodes text character by character; copying it out as UTF-16 and turning that into
 * UTF-8 takes half as long, and for a long thread that is more than finding its words.
 */
function encode(text: string): Uint8Array<ArrayBuffer> {
  if (text.length * 2 > scratch.length) return Buffer.from(text)
  try {
    return transcode(scratch.subarray(0, scratch.write(text, 'utf16le')), 'utf16le', 'utf8')
  } catch {
    // Half of a character somewhere: written as a mark in its place.
    return Buffer.from(text)
  }
}

/** Answers with a page. Pages of signed-in people are not kept by anything between us and them. */
export function show(c: AppContext, page: unknown, status: Status = 200): Response {
  c.header('cache-control', c.get('viewer')?.accountId ? 'private, no-store' : 'no-cache')
  c.header('content-type', 'text/html; charset=UTF-8')
  return c.body(encode(String(page)), status)
}
