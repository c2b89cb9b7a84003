import type { AppContext } from './request.ts'

type Status = 200 | 201 | 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503

const encoder = new TextEncoder()
/** Three bytes for each character of any page of ours; a longer one is encoded on its own. */
const scratch = new Uint8Array(1 << 20)

/**
 * A page as it travels. Given text, Node.js would count its bytes, set aside three for each character and
 * encode it: for a long thread that costs more than finding its words.
 */
function encode(text: string): Uint8Array<ArrayBuffer> {
  if (text.length * 3 > scratch.length) return encoder.encode(text) as Uint8Array<ArrayBuffer>
  return scratch.slice(0, encoder.encodeInto(text, scratch).written)
}

/** Answers with a page. Pages of signed-in people are not kept by anything between us and them. */
export function show(c: AppContext, page: unknown, status: Status = 200): Response {
  c.header('cache-control', c.get('viewer')?.accountId ? 'private, no-store' : 'no-cache')
  c.header('content-type', 'text/html; charset=UTF-8')
  return c.body(encode(String(page)), status)
}
