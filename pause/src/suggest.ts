import type { Suggestion as Found, Reading } from '@kindling/tone'
import { type Places, readNow, readWell } from './reading/device.ts'

/** Other words for a draft: `text` is the whole draft in these words. */
export type Suggestion = Pick<Found, 'text' | 'move' | 'changes'>

/** Milliseconds that one reading of other words may take. */
const PATIENCE = 150

let finder: Promise<typeof import('./other-words.ts')> | undefined

/** Brings in what finds other words: a file of its own, as most drafts need none. What fails is tried again. */
export function loadSuggestions(): Promise<typeof import('./other-words.ts')> {
  finder ??= import('./other-words.ts')
  finder.catch(() => {
    finder = undefined
  })
  return finder
}

/** Other words for a draft, best first, each kinder by the reader that read the draft. Often there are none. */
export async function suggest(draft: string, reading: Reading, places: Places): Promise<Suggestion[]> {
  const { otherWords, otherWordsCarefully } = await loadSuggestions()
  return reading.model.name === 'quick'
    ? otherWords(draft, reading, readNow)
    : otherWordsCarefully(draft, reading, (text) => readWell(text, places, PATIENCE))
}
