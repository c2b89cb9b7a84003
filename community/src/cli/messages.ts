import { type Line, LONGEST_LINE } from './lines.ts'

/** A message to be read, as it stands on a line of input. */
export interface Message {
  id: unknown
  text: string
  /** BCP 47. */
  lang?: string
  /** What was said just before. */
  context?: string
}

/** What is answered where a line cannot be read. */
export interface Refusal {
  id: unknown
  error: {
    code: 'line_too_long' | 'not_json' | 'not_an_object' | 'no_text' | 'bad_lang' | 'bad_context'
    message: string
  }
}

const refuse = (id: unknown, code: Refusal['error']['code'], message: string): Refusal => ({
  id,
  error: { code, message },
})

/** Takes one line {"id","text","lang"?,"context"?} apart; undefined for an empty one. */
export function parseMessage({ text: line, tooLong }: Line): Message | Refusal | undefined {
  if (tooLong)
    return refuse(null, 'line_too_long', `A line may have up to ${LONGEST_LINE / 1e6} million characters.`)
  if (line.trim() === '') return undefined
  let found: unknown
  try {
    found = JSON.parse(line)
  } catch {
    return refuse(null, 'not_json', 'This line is not JSON.')
  }
  if (typeof found !== 'object' || found === null || Array.isArray(found))
    return refuse(null, 'not_an_object', 'A line holds one object: {"id": ..., "text": "..."}.')
  const { id = null, text, lang, context } = found as Record<string, unknown>
  if (typeof text !== 'string')
    return refuse(id, 'no_text', 'This line has no "text", or it is not a string.')
  if (context !== undefined && typeof context !== 'string')
    return refuse(id, 'bad_context', '"context" is a string: what was said just before.')
  if (lang !== undefined && lang !== null && typeof lang !== 'string')
    return refuse(id, 'bad_lang', '"lang" is a language tag such as "en", or it is left out.')
  return { id, text, ...(lang ? { lang } : {}), ...(context ? { context } : {}) }
}
