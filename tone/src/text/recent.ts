/**
 * A memory for what was worked out lately, of bounded size: two generations, and what is asked for again moves
 * into the young one. Only ever holds what can be worked out again.
 */
export class Recent<Value> {
  readonly #atMost: number
  readonly #make: (key: string) => Value
  #young = new Map<string, Value>()
  #old = new Map<string, Value>()

  constructor(atMost: number, make: (key: string) => Value) {
    this.#atMost = atMost
    this.#make = make
  }

  get(key: string): Value {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const value = this.#old.get(key) ?? this.#make(key)
    if (this.#young.size >= this.#atMost) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(key, value)
    return value
  }
}
