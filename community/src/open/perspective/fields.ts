import { isObject } from './json.ts'
import { badPayload } from './refusal.ts'

/** What is wanted of an object: nothing below means all of it. */
type Mask = Map<string, Mask>

/** Deeper than any answer. */
const DEEPEST = 16

const wrong = () =>
  badPayload("Invalid value at 'fields': it names parts of the answer, as in 'a,b/c,d(e,f)'.")

class Parser {
  readonly #tokens: string[]
  #at = 0

  constructor(text: string) {
    this.#tokens = text.match(/[(),/]|[^(),/\s]+/g) ?? []
  }

  whole(): Mask {
    const mask = this.#list(0)
    if (this.#at < this.#tokens.length) throw wrong()
    return mask
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false
    this.#at++
    return true
  }

  #list(depth: number): Mask {
    const mask: Mask = new Map()
    do this.#path(mask, depth)
    while (this.#take(','))
    return mask
  }

  #path(into: Mask, depth: number): void {
    const name = this.#tokens[this.#at++]
    if (depth > DEEPEST || name === undefined || /^[(),/]$/.test(name)) throw wrong()
    const inner = into.get(name) ?? new Map()
    into.set(name, inner)
    if (this.#take('/')) this.#path(inner, depth + 1)
    else if (this.#take('(')) {
      for (const [key, mask] of this.#list(depth + 1)) inner.set(key, mask)
      if (!this.#take(')')) throw wrong()
    }
  }
}

function keep(value: unknown, mask: Mask): unknown {
  if (mask.size === 0) return value
  if (Array.isArray(value)) return value.map((one) => keep(one, mask))
  if (!isObject(value)) return value
  const kept = Object.entries(value).flatMap(([name, inner]) => {
    const own = mask.get(name) ?? mask.get('*')
    return own ? [[name, keep(inner, own)] as const] : []
  })
  return Object.fromEntries(kept)
}

/**
 * The parts of an answer that the query parameter `fields` names ("attributeScores(TOXICITY),languages"; a star is any name).
 * @throws Refusal where it cannot be understood
 */
export function partsOf(answer: object, fields: string): object {
  if (!fields.trim() || fields.trim() === '*') return answer
  return keep(answer, new Parser(fields).whole()) as object
}
