import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { badPayload } from './refusal.ts'
import { type Answer, answer, type Call, plainPath, type Service } from './service.ts'

/** As many as client libraries put into one batch at most. */
const PARTS_AT_MOST = 1_000

interface Part {
  contentId: string | undefined
  method: string
  /** Path and query. */
  target: string
  headers: Map<string, string>
  body: string
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

function parsePart(text: string): Part {
  const outer = splitHead(text)
  const { head, rest } = splitHead(outer.rest.replace(/^(\r?\n)+/, ''))
  const [line = '', ...lines] = head
  const [, method, target] = /^([A-Z]+) (\S+)(?: HTTP\/\d(?:\.\d)?)?$/.exec(line.trim()) ?? []
  if (!method || !target) throw unreadable()
  return {
    contentId: headersOf(outer.head).get('content-id'),
    method,
    target,
    headers: headersOf(lines),
    body: rest,
  }
}

function boundaryOf(contentType: string | undefined): string {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType ?? '') ?? []
  const boundary = quoted ?? plain
  if (!boundary || !/^multipart\/mixed\b/i.test(contentType ?? '')) throw unreadable()
  return boundary
}

/** @throws Refusal where it is no batch, or holds too much */
export function parseBatch(contentType: string | undefined, body: string): Part[] {
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

function callOf({ method, target, headers, body }: Part, around: Call, keyOf: KeyOf): Call {
  if (!URL.canParse(target, around.root)) throw unreadable()
  const url = new URL(target, around.root)
  return {
    ...around,
    method,
    path: plainPath(url.pathname),
    query: url.searchParams,
    key: keyOf(url.searchParams, (name) => headers.get(name)) ?? around.key,
    body,
  }
}

/** Finds the key of a request in its query or headers. */
export type KeyOf = (
  query: URLSearchParams,
  header: (name: string) => string | undefined,
) => string | undefined

const reasons: Record<number, string> = {
  200: 'OK',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

function writePart({ contentId }: Part, { status, body }: Answer): string {
  const json = JSON.stringify(body)
  const id = contentId ? [`Content-ID: ${contentId.replace(/^<?/, '<response-')}`] : []
  return [
    'Content-Type: application/http',
    ...id,
    '',
    `HTTP/1.1 ${status} ${reasons[status] ?? ''}`,
    'Content-Type: application/json; charset=UTF-8',
    `Content-Length: ${Buffer.byteLength(json)}`,
    '',
    json,
    '',
  ].join('\r\n')
}

/**
 * Answers a batch, part by part and in order; others get their turn in between.
 * @throws Refusal where the batch itself cannot be read
 */
export async function answerBatch(
  service: Service,
  around: Call,
  contentType: string | undefined,
  keyOf: KeyOf,
): Promise<{ contentType: string; body: string }> {
  const boundary = `batch_${randomUUID()}`
  const written: string[] = []
  for (const part of parseBatch(contentType, around.body)) {
    written.push(writePart(part, await answer(service, callOf(part, around, keyOf))))
    await setImmediate()
  }
  const body = `${written.map((part) => `--${boundary}\r\n${part}`).join('')}--${boundary}--\r\n`
  return { contentType: `multipart/mixed; boundary=${boundary}`, body }
}
