import type { Turn } from './prompt.ts'

/** What may go wrong with a model, as codes that logs may hold. */
export const failures = [
  'unreachable',
  'too_slow',
  'key_refused',
  'model_unknown',
  'not_there',
  'busy',
  'broken',
  'refused',
  'odd_answer',
  'given_up',
] as const
export type FailureCode = (typeof failures)[number]

/** A model that did not answer. It holds a code and nothing of what was asked or said. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure'
  readonly code: FailureCode
  constructor(code: FailureCode) {
    super(code)
    this.code = code
  }
}

/** Where and how a model is asked. */
export interface Line {
  address: string
  model: string
  key: string | undefined
  milliseconds: number
}

/** Bytes of the longest answer that is read. */
const ANSWER_AT_MOST = 256 * 1024

/** As most servers understand it, and as those do that take no temperature and count tokens by another name. */
const shapes: readonly ((model: string, messages: Turn[], tokens: number) => unknown)[] = [
  (model, messages, tokens) => ({ model, messages, stream: false, temperature: 0.3, max_tokens: tokens }),
  (model, messages, tokens) => ({ model, messages, stream: false, max_completion_tokens: tokens }),
]

async function wholeText(response: Response): Promise<string> {
  const pieces: Uint8Array[] = []
  let size = 0
  // Leaving the loop ends the answer.
  for await (const piece of response.body ?? []) {
    size += piece.byteLength
    if (size > ANSWER_AT_MOST) throw new ModelFailure('odd_answer')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function failureOf(status: number, said: string): FailureCode {
  if (status === 401 || status === 403) return 'key_refused'
  if (status === 404) return /model/i.test(said) ? 'model_unknown' : 'not_there'
  if (status === 429) return 'busy'
  if (status >= 500) return 'broken'
  return status < 400 ? 'not_there' : 'refused'
}

function contentIn(said: string): string {
  try {
    const content = JSON.parse(said)?.choices?.[0]?.message?.content
    if (typeof content === 'string') return content
  } catch {
    // As below.
  }
  throw new ModelFailure('odd_answer')
}

async function post({ address, key }: Line, body: unknown, signal: AbortSignal): Promise<[Response, string]> {
  const response = await fetch(`${address}/chat/completions`, {
    method: 'POST',
    // Whoever it would lead to was not what anybody agreed to.
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(key ? { authorization: `Bearer ${key}` } : {}),
    },
    body: JSON.stringify(body),
    signal,
  })
  return [response, await wholeText(response)]
}

/**
 * Asks a model by the chat completions that most servers of models understand.
 * @param gone says that nobody waits any more
 * @returns what it answered
 * @throws ModelFailure, and nothing else
 */
export async function complete(
  line: Line,
  messages: Turn[],
  tokens: number,
  gone?: AbortSignal,
): Promise<string> {
  const late = AbortSignal.timeout(line.milliseconds)
  const signal = gone ? AbortSignal.any([late, gone]) : late
  try {
    for (const shape of shapes) {
      const [response, said] = await post(line, shape(line.model, messages, tokens), signal)
      if (response.ok) return contentIn(said)
      if (response.status !== 400 || shape === shapes.at(-1))
        throw new ModelFailure(failureOf(response.status, said))
    }
    throw new ModelFailure('refused')
  } catch (error) {
    if (error instanceof ModelFailure) throw error
    throw new ModelFailure(late.aborted ? 'too_slow' : gone?.aborted ? 'given_up' : 'unreachable')
  }
}
