import JSON5 from 'json5'
import { badPayload, jsonUnreadable, wrongValue } from './refusal.ts'

export type JsonObject = Record<string, unknown>

/** Deeper nesting than any request has; reading on would only cost time. */
const DEEPEST = 64

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const [QUOTE, APOSTROPHE, BACKSLASH] = [0x22, 0x27, 0x5c]

/** How deep brackets are nested; those in strings are text. */
function depthOf(text: string): number {
  let [depth, deepest, quote] = [0, 0, 0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quote !== 0) {
      if (code === BACKSLASH) at++
      else if (code === quote) quote = 0
    } else if (code === QUOTE || code === APOSTROPHE) quote = code
    else if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, ++depth)
    else if (code === 0x7d || code === 0x5d) depth--
  }
  return deepest
}

/**
 * The body of a request. The original's own examples leave keys without quotes, so what is no JSON is tried as JSON5.
 * @throws Refusal
 */
export function parseBody(body: string): JsonObject {
  const value = parsed(body)
  if (!isObject(value)) throw jsonUnreadable()
  return value
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    // JSON5 goes down by calling itself.
    if (depthOf(body) > DEEPEST) throw jsonUnreadable()
  }
  try {
    return JSON5.parse(body)
  } catch {
    // What the parser says quotes the text, and nothing of it is repeated.
    throw jsonUnreadable()
  }
}

/** A field by its name; Google's services take lowerCamelCase and snake_case alike. */
export function field(object: JsonObject, name: string): unknown {
  const value = Object.hasOwn(object, name) ? object[name] : undefined
  if (value !== undefined) return value ?? undefined
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return Object.hasOwn(object, snake) ? (object[snake] ?? undefined) : undefined
}

export function stringAt(object: JsonObject, name: string, path = name): string | undefined {
  const value = field(object, name)
  if (value === undefined || typeof value === 'string') return value
  throw wrongValue(path, 'TYPE_STRING')
}

export function booleanAt(object: JsonObject, name: string): boolean {
  const value = field(object, name)
  if (value === undefined) return false
  if (typeof value === 'boolean') return value
  if (value === 'true' || value === 'false') return value === 'true'
  throw wrongValue(name, 'TYPE_BOOL')
}

export function numberAt(object: JsonObject, name: string, path = name): number | undefined {
  const value = field(object, name)
  if (value === undefined) return undefined
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof number === 'number' && Number.isFinite(number)) return number
  throw wrongValue(path, 'TYPE_FLOAT')
}

export function objectAt(object: JsonObject, name: string, path = name): JsonObject | undefined {
  const value = field(object, name)
  if (value === undefined || isObject(value)) return value
  throw badPayload(`Invalid value at '${path}': an object is expected.`, path)
}

/** A list of strings; one string alone counts as such a list, as it does in the original. */
export function stringsAt(object: JsonObject, name: string): string[] {
  const value = field(object, name) ?? []
  if (typeof value === 'string') return [value]
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value
  throw wrongValue(name, 'TYPE_STRING')
}
