import type { Reading } from '@kindling/tone'

/** As much of `localStorage` as is needed here. */
export interface Store {
  getItem(name: string): string | null
  setItem(name: string, value: string): void
}

interface Kept {
  salt: number
  /** For each "not helpful": what the words were heard as, and a number for each word. */
  groups: { as: string; marks: number[] }[]
}

const NAME = 'kind-pause-rests'
const GROUPS_AT_MOST = 200
const MARKS_AT_MOST = 16
/** So many of the words of both must be the same. */
const ALIKE = 0.6
/** Two readers mark more or less of the same words: so much of the shorter stretch, and so many words, must stand in the longer. */
const WITHIN = 0.8
const WITHIN_WORDS = 2
/** Letters of a word that says something; shorter ones count only where there are no two of these. */
const TELLING = 4
/** What a rest of other words never covers, whatever they have in common. */
const GRAVE = ['threat', 'severe_toxicity', 'identity_attack', 'sexually_explicit']

/**
 * 22 bits of a word, so few that many words share a number and none can be read back with certainty; the salt makes
 * numbers of two devices differ.
 */
function markOf(word: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) & 0x3fffff
}

const WORD = /[\p{L}\p{M}\p{N}'’]+/gu

function marksOf(text: string, { why }: Reading, salt: number): number[] {
  const stretches = why.words.length > 0 ? why.words : [{ begin: 0, end: text.length }]
  const carried = stretches.map(({ begin, end }) => text.slice(begin, end)).join(' ')
  const words = [...new Set(carried.toLowerCase().match(WORD))]
  const telling = words.filter((word) => word.length >= TELLING)
  const marked = telling.length >= WITHIN_WORDS ? telling : words
  return marked.slice(0, MARKS_AT_MOST).map((word) => markOf(word, salt))
}

function alike(one: number[], other: number[]): boolean {
  const shared = one.filter((mark) => other.includes(mark)).length
  const all = one.length + other.length - shared
  const isWithin = shared >= WITHIN_WORDS && shared / Math.min(one.length, other.length) >= WITHIN
  return isWithin || (all > 0 && shared / all >= ALIKE)
}

/** Two readers may hear the same words as rude in one way or another. */
const heardAlike = (one: string, other: string): boolean =>
  one === other || ![one, other].some((as) => GRAVE.includes(as))

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'salt' in value && Array.isArray((value as Kept).groups)

/** Words whose pause was not helpful, on this device. What is kept are numbers, never words. */
export class Rests {
  #store: Store | undefined
  #kept: Kept

  constructor(store: Store | undefined = storeOfPage()) {
    this.#store = store
    this.#kept = this.#fetch() ?? { salt: (Math.random() * 2 ** 32) | 0, groups: [] }
  }

  add(text: string, reading: Reading): void {
    // Another tab may have added its own meanwhile.
    this.#kept = this.#fetch() ?? this.#kept
    const marks = marksOf(text, reading, this.#kept.salt)
    this.#kept.groups.push({ as: String(reading.why.attribute), marks })
    this.#kept.groups.splice(0, this.#kept.groups.length - GROUPS_AT_MOST)
    try {
      this.#store?.setItem(NAME, JSON.stringify(this.#kept))
    } catch {
      // A full or closed store holds an older list at best: from here on memory holds, until the page is left.
      this.#store = undefined
    }
  }

  has(text: string, reading: Reading): boolean {
    this.#kept = this.#fetch() ?? this.#kept
    if (this.#kept.groups.length === 0) return false
    const marks = marksOf(text, reading, this.#kept.salt)
    const heard = String(reading.why.attribute)
    return this.#kept.groups.some(({ as, marks: own }) => heardAlike(as, heard) && alike(marks, own))
  }

  #fetch(): Kept | undefined {
    try {
      const value: unknown = JSON.parse(this.#store?.getItem(NAME) ?? 'null')
      return isKept(value) ? value : undefined
    } catch {
      return undefined
    }
  }
}

/** Pages in a sandbox have none. */
function storeOfPage(): Store | undefined {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}
