import { analyze } from './analyze.ts'
import { discoveryDocument } from './discovery.ts'
import { partsOf } from './fields.ts'
import { parseBody } from './json.ts'
import type { Caller } from './keys.ts'
import type { Rates } from './rates.ts'
import type { PerspectiveReader } from './reader.ts'
import { badPayload, broken, notFound, quotaExceeded, Refusal } from './refusal.ts'
import { parseAnalyze, parseSuggest } from './request.ts'
import { type Suggestions, suggestionOf } from './suggestions.ts'

/** A call as it came, alone or as a part of a batch. */
export interface Call {
  method: string
  path: string
  query: URLSearchParams
  /** The address under which the caller reached this server, with a slash at its end. */
  root: string
  /** As `key`, in a header or as a bearer token; whatever its shape. */
  key: string | undefined
  /** Where it came from, for limits only. */
  address: string
  /** Read once it is known that the caller may ask. @throws Refusal where it is too large, or never ends */
  body(): Promise<string>
}

export interface Answer {
  status: number
  body: object
  /** Which reader of which version answered. */
  model?: string
  retryAfter?: number
}

/** What the routes need: a reader, who may ask how much, and what becomes of suggestions. */
export interface Service {
  /** Asked once it is known that the caller may ask: it may have to be loaded first. */
  reader(): Promise<PerspectiveReader>
  /** Before a batch is read. @throws Refusal where nobody may ask from there, whatever the key */
  open?(): void | Promise<void>
  /** @throws Refusal where the caller may not ask */
  admit(call: Call): Caller | Promise<Caller>
  rates: Rates
  /** Undefined: they are thanked for and forgotten. */
  suggestions?: Suggestions | undefined
  /** Hears of what should never happen. Never given anything of a text. */
  failed(error: Error): void
}

async function admit(service: Service, call: Call): Promise<void> {
  const { name, perMinute } = await service.admit(call)
  if (perMinute === undefined) return
  const wait = await service.rates.take(name, perMinute)
  if (wait > 0) throw quotaExceeded(perMinute, wait)
}

async function answerAnalyze(service: Service, call: Call): Promise<Answer> {
  await admit(service, call)
  const request = parseAnalyze(parseBody(await call.body()))
  const { answer, model } = await analyze(request, await service.reader())
  return { status: 200, body: answer, model }
}

async function answerSuggest(service: Service, call: Call): Promise<Answer> {
  await admit(service, call)
  const request = parseSuggest(parseBody(await call.body()))
  const reader = await service.reader()
  await reader.turn(request.text)
  const { tag } = reader.glance(request.text).language
  if (!request.doNotStore) await service.suggestions?.add(suggestionOf(request))
  return {
    status: 200,
    body: {
      ...(request.clientToken === undefined ? {} : { clientToken: request.clientToken }),
      requestedLanguages: request.languages,
      detectedLanguages: tag.startsWith('und') ? [] : [tag],
    },
  }
}

function answerDiscovery({ query, root }: Call): Answer {
  if ((query.get('version') || 'v1alpha1') !== 'v1alpha1') throw notFound()
  return { status: 200, body: discoveryDocument(root) }
}

function checkAlt(query: URLSearchParams): void {
  const alt = query.get('alt') || 'json'
  if (alt !== 'json') throw badPayload("Invalid value at 'alt': only json is answered.")
}

const routes: Record<string, (service: Service, call: Call) => Promise<Answer>> = {
  'POST /v1alpha1/comments:analyze': answerAnalyze,
  'POST /v1alpha1/comments:suggestscore': answerSuggest,
  'GET /$discovery/rest': async (_, call) => answerDiscovery(call),
}

/** A path with its escaped signs as themselves: some clients send "comments%3Aanalyze". */
export function plainPath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** What went wrong, as an answer in the original's words. */
export function refused(service: Service, error: unknown): Answer {
  const refusal = error instanceof Refusal ? error : broken()
  if (refusal !== error) service.failed(error as Error)
  const { httpStatus, retryAfter } = refusal
  return { status: httpStatus, body: refusal.body(), ...(retryAfter === undefined ? {} : { retryAfter }) }
}

/** Answers one call. Never throws: what goes wrong is an answer in the original's words. */
export async function answer(service: Service, call: Call): Promise<Answer> {
  try {
    const route = routes[`${call.method === 'HEAD' ? 'GET' : call.method} ${call.path}`]
    if (!route) throw notFound()
    checkAlt(call.query)
    const given = await route(service, call)
    const fields = call.query.get('fields')
    return fields ? { ...given, body: partsOf(given.body, fields) } : given
  } catch (error) {
    return refused(service, error)
  }
}
