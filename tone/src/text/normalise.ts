/** Text as a reader is meant to take it, with the way back to the original. */
export interface Normalised {
  text: string
  /** For each UTF-16 unit of `text`, its offset in the original; one more entry for the end. */
  offsets: Uint32Array
}

const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/

/**
 * Folds what changes the look and not the word: invisible characters go, compatibility forms (full-width,
 * mathematical letters) become plain, case is lowered. Never fails, also not on broken surrogates.
 */
export function normalise(original: string): Normalised {
  const text: string[] = []
  const offsets: number[] = []
  let at = 0
  for (const character of original) {
    const folded = INVISIBLE.test(character) ? '' : character.normalize('NFKC').toLowerCase()
    for (let unit = 0; unit < folded.length; unit++) {
      text.push(folded[unit]!)
      offsets.push(at)
    }
    at += character.length
  }
  offsets.push(original.length)
  return { text: text.join(''), offsets: Uint32Array.from(offsets) }
}
