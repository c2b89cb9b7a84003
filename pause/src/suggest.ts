import type { Context, Suggestion as Found, Reading } from '@kindling/tone'
import { readByCareful, readNow } from './reading/device.ts'

/** Other words for a draft: `text` is the whole draft in these words. */
export type Suggestion = Pick<Found, 'text' | 'move' | 'changes'>

/**
 * Units of the longest draft that other words are looked for. With the quick reader the search cannot be ended once it has
 * begun, and takes about 50 ms per 1,000 units on a desktop, four times that on a plain telephone.
 */
export const DRAFT_AT_MOST = 2_000

/** So many other words are shown for a draft, wherever they come from. */
export const SUGGESTIONS_AT_MOST = 3

let finder: Promise<typeof import('./other-words.ts')> | undefined

/** Brings in what finds other words: a file of its own, as most drafts need none. What fails is tried again. */
export function loadSuggestions(): Promise<typeof import('./other-words.ts')> {
  finder ??= import('./other-words.ts')
  finder.catch(() => {
    finder = undefined
  })
  return finder
}

/** Whether other words may be looked for at all, here or elsewhere: never for a threat or contempt. */
export async function mayHaveOthers(draft: string, reading: Reading): Promise<boolean> {
  const { mayBeRephrased } = await loadSuggestions()
  return mayBeRephrased(draft, reading)
}

/** Other words for a draft, best first, each kinder by the reader that read the draft. Often there are none. */
export async function suggest(draft: string, reading: Reading, context?: Context): Promise<Suggestion[]> {
  if (draft.length > DRAFT_AT_MOST) return []
  const { rephraseWith, rephraseCarefullyWith } = await loadSuggestions()
  if (reading.model.name === 'quick') return rephraseWith(draft, reading, (text) => readNow(text, context))
  // What this reader has not read in time no other reads in its place: another reader's numbers are on another scale.
  return rephraseCarefullyWith(draft, reading, (text) => readByCareful(text, context))
}
