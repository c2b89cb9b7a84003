import type { Reading } from '@kindling/tone'
import { fill } from '../speech.ts'
import type { Suggestion } from '../suggest.ts'
import type { Wording } from '../types.ts'
import type { Words } from '../words.ts'
import { excerpt, type Range } from './excerpt.ts'
import { button, make } from './make.ts'
import { newWords } from './new-words.ts'

export interface Proof {
  said: Words
  names: Record<string, string | null>
  draft: string
  reading: Reading
  /** Best first. */
  suggestions: Suggestion[]
  use(wording: Wording): void
}

function show(tag: 'mark' | 'ins', part: string, text: string, ranges: Range[], seen?: Range[]): HTMLElement {
  const stretches = excerpt(text, ranges, seen)
  const pieces = stretches.map(({ text: piece, marked }) => (marked ? make(tag, {}, piece) : piece))
  return make('dd', { class: 'words', part, dir: 'auto' }, ...pieces)
}

function before({ said, draft, reading, suggestions: [first] }: Proof): HTMLElement {
  const changed = first?.changes ?? []
  const marked = reading.why.words.length > 0 ? reading.why.words : changed
  return make('div', {}, make('dt', {}, said.asItStands), show('mark', 'before', draft, marked, changed))
}

/**
 * Other words, with a button that puts them in.
 * @param heading what they do, or where they come from
 * @param at a number that nothing else in the panel has
 */
export function after({ said, use }: Proof, wording: Wording, heading: string, at: number): HTMLElement {
  const id = `words-${at}`
  const words = show('ins', 'after', wording.text, newWords(wording))
  words.id = id
  const take = button(said.useThese, { class: 'act', part: 'use', 'aria-describedby': id }, () =>
    use(wording),
  )
  return make('div', {}, make('dt', {}, heading), words, make('dd', {}, take))
}

function ours(given: Proof, suggestion: Suggestion, at: number): HTMLElement {
  return after(given, suggestion, fill(given.said.moves[suggestion.move], given.names), at)
}

/** The draft as it stands, and beside it the best of other words. */
export function proof(given: Proof): HTMLElement {
  const [first] = given.suggestions
  return make(
    'dl',
    { class: first ? 'proof two' : 'proof', part: 'proof' },
    before(given),
    first && ours(given, first, 0),
  )
}

/** Further words, to be opened. Nothing where there are none. */
export function otherWordings(given: Proof): HTMLElement | undefined {
  const others = given.suggestions.slice(1)
  if (others.length === 0) return undefined
  const list = others.map((suggestion, at) => ours(given, suggestion, at + 1))
  return make(
    'details',
    { part: 'wordings' },
    make('summary', {}, given.said.otherWordings),
    make('dl', { class: 'others' }, ...list),
  )
}
