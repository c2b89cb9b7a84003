import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { BODY_AT_MOST } from './body.ts'
import { keyOf } from './key-of.ts'
import { badPayload, bodyTooLarge } from './refusal.ts'
import { type Answer, answer, type Call, plainPath, refused, type Service } from './service.ts'

/** As many as client libraries put into one batch at most. */
const PARTS_AT_MOST = 1_000

/** A request within a batch. */
interface Part {
  contentId: string | undefined
  method: string
  /** Path and query. */
  target: string
  headers: Map<string, string>
  body: string
}
/** What stands in a batch and is no request: its id alone. */
interface NoPart {
  contentId: string | undefined
}

/** Headers, then what follows the empty line. */
function splitHead(text: string): { head: string[]; rest: string } {
  const found = /\r?\n\r?\n/.exec(text)
  if (!found) return { head: text.split(/\r?\n/), rest: '' }
  return { head: text.slice(0, found.index).split(/\r?\n/), rest: text.slice(found.index + found[0].length) }
}

/** Long headers go on in lines that begin with a space: an id may hold a whole comment. */
const unfold = (lines: readonly string[]): string[] =>
  lines
    .join('\n')
    .replace(/\n(?=[ \t])/g, '')
    .split('\n')

function headersOf(lines: string[]): Map<string, string> {
  const pairs = unfold(lines).flatMap((line) => {
    const colon = line.indexOf(':')
    return colon > 0
      ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const]
      : []
  })
  return new Map(pairs)
}

const unreadable = () =>
  badPayload('The batch could not be read: its parts are HTTP requests, as multipart/mixed.')

function parsePart(text: string): Part | NoPart {
  const outer = splitHead(text)
  const contentId = headersOf(outer.head).get('content-id')?.replaceAll('\r', '')
  const { head, rest } = splitHead(outer.rest.replace(/^(\r?\n)+/, ''))
  const [line = '', ...lines] = head
  const [, method, target] = /^([A-Z]+) (\S+)(?: HTTP\/\d(?:\.\d)?)?$/.exec(line.trim()) ?? []
  if (!method || !target) return { contentId }
  return { contentId, method, target, headers: headersOf(lines), body: rest }
}

function boundaryOf(contentType: string | undefined): string {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType ?? '') ?? []
  const boundary = quoted ?? plain
  if (!boundary || !/^multipart\/mixed\b/i.test(contentType ?? '')) throw unreadable()
  return boundary
}

/** @throws Refusal where it is no batch, or holds too much */
export function parseBatch(contentType: string | undefined, body: string): (Part | NoPart)[] {
  const mark = `--${boundaryOf(contentType)}`
  // The mark counts at the beginning of a line only.
  const pieces = `\n${body}`.split(`\n${mark}`).map((piece) => piece.replace(/\r$/, ''))
  const closed = pieces.findIndex((piece, at) => at > 0 && piece.startsWith('--'))
  const parts = pieces.slice(1, closed < 0 ? undefined : closed)
  if (parts.length === 0) throw unreadable()
  if (parts.length > PARTS_AT_MOST)
    throw badPayload(`The batch holds more than ${PARTS_AT_MOST} requests; send it in several.`)
  return parts.map((part) => parsePart(part.replace(/^[ \t]*\r?\n/, '')))
}

/** @throws Refusal where it is too large or leads nowhere */
function callOf({ method, target, headers, body }: Part, around: Call): Call {
  // Alone a request may have no more.
  if (Buffer.byteLength(body) > BODY_AT_MOST) throw bodyTooLarge(BODY_AT_MOST)
  if (!URL.canParse(target, around.root)) throw unreadable()
  const url = new URL(target, around.root)
  return {
    ...around,
    method,
    path: plainPath(url.pathname),
    query: url.searchParams,
    key: keyOf(url.searchParams, (name) => headers.get(name)) ?? around.key,
    body: async () => body,
  }
}

const reasons: Record<number, string> = {
  200: 'OK',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Content Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/** "<abc>" is answered "<response-abc>", as client libraries expect. */
function responseId(contentId: string | undefined): string[] {
  if (!contentId) return []
  return [`Content-ID: <response-${contentId.replace(/^<|>$/g, '')}>`]
}

function writePart(contentId: string | undefined, { status, body, model, retryAfter }: Answer): string {
  const json = JSON.stringify(body)
  return [
    'Content-Type: application/http',
    ...responseId(contentId),
    '',
    `HTTP/1.1 ${status} ${reasons[status] ?? ''}`,
    'Content-Type: application/json; charset=UTF-8',
    `Content-Length: ${Buffer.byteLength(json)}`,
    ...(model === undefined ? [] : [`X-Kindling-Model: ${model}`]),
    ...(retryAfter === undefined ? [] : [`Retry-After: ${retryAfter}`]),
    '',
    json,
    '',
  ].join('\r\n')
}

async function answerPart(service: Service, around: Call, part: Part | NoPart): Promise<Answer> {
  try {
    if (!('method' in part)) throw unreadable()
    return await answer(service, callOf(part, around))
  } catch (error) {
    return refused(service, error)
  }
}

/**
 * Answers a batch, part by part and in order; others get their turn in between. What is answered is sent before the next
 * part is read: a thousand answers at once would be gigabytes.
 * @throws Refusal where the batch itself cannot be read
 */
export function answerBatch(
  service: Service,
  around: Call,
  body: string,
  contentType: string | undefined,
): { contentType: string; body: ReadableStream<Uint8Array> } {
  const boundary = `batch_${randomUUID()}`
  const parts = parseBatch(contentType, body).values()
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value: part, done } = parts.next()
        if (done) {
          controller.enqueue(encoder.encode(`--${boundary}--\r\n`))
          return controller.close()
        }
        const written = writePart(part.contentId, await answerPart(service, around, part))
        controller.enqueue(encoder.encode(`--${boundary}\r\n${written}`))
        await setImmediate()
      },
    },
    { highWaterMark: 0 },
  )
  return { contentType: `multipart/mixed; boundary=${boundary}`, body: stream }
}
